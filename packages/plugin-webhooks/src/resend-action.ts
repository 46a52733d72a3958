import type { DeskAction } from "@neuadd/plugin-kit";
import { resendDelivery } from "./resend-delivery.ts";
import { DeliveryParams, needs, type RouteParts } from "./route-parts.ts";

/** Sends a message again, as the route of that name does. */
export function resendAction(parts: RouteParts): DeskAction<typeof DeliveryParams> {
  return {
    id: "resend",
    label: { cy: "Anfon eto", en: "Send again" },
    fields: DeliveryParams,
    done: {
      cy: "Mae'r neges yn cael ei hanfon eto.",
      en: "The message is being sent again.",
    },
    async run(place, exchange) {
      await parts.host.access.school(exchange, place.school, needs);
      await resendDelivery(parts, place);
    },
  };
}
