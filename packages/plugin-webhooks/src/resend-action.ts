import type { DeskAction } from "@neuadd/plugin-kit";
import { resendDelivery } from "./resend-delivery.ts";
import { DeliveryParams, needs, type RouteParts } from "./route-parts.ts";

/** Sends a message again, as the route of that name does. */
export function resendAction(parts: RouteParts): DeskAction<typeof DeliveryParams> {
  return {
    id: "resend",
    label: { cy: "Anfon eto", en: "Send again" },
    fields: DeliveryParams,
    async run(place, exchange) {
      await parts.host.access.school(exchange, place.school, needs);
      const { url } = await resendDelivery(parts, place);
      const { host } = new URL(url);
      return {
        cy: `Mae'r neges yn cael ei hanfon i ${host} eto.`,
        en: `The message is being sent to ${host} again.`,
      };
    },
  };
}
