import type { z } from "@hono/zod-openapi";
import { queueAgain } from "./delivery-store.ts";
import { type DeliveryParams, foundEndpoint, type RouteParts } from "./route-parts.ts";
import { deliveryUnknown, endpointOff } from "./webhook-problems.ts";

/** Has a message sent again, from the beginning of the retry schedule. Throws a PluginProblem for one that can't be. */
export async function resendDelivery(
  parts: RouteParts,
  place: z.output<typeof DeliveryParams>,
): Promise<void> {
  const endpoint = await foundEndpoint(parts, place);
  if (endpoint.disabled !== undefined) throw endpointOff();
  if (!(await queueAgain(parts.tables, place, parts.host.now()))) throw deliveryUnknown();
  parts.dispatcher.wake();
}
