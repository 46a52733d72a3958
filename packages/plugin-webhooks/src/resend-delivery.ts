import type { z } from "@hono/zod-openapi";
import { queueAgain } from "./delivery-store.ts";
import { type DeliveryParams, foundEndpoint, type RouteParts } from "./route-parts.ts";
import type { WebhookEndpoint } from "./webhook-endpoint.ts";
import { deliveryUnknown, endpointOff } from "./webhook-problems.ts";

/** Has a message sent again, from the beginning of the retry schedule; answers the endpoint that it goes to. Throws a PluginProblem for one that can't be. */
export async function resendDelivery(
  parts: RouteParts,
  place: z.output<typeof DeliveryParams>,
): Promise<WebhookEndpoint> {
  const endpoint = await foundEndpoint(parts, place);
  if (endpoint.disabled !== undefined) throw endpointOff();
  if (!(await queueAgain(parts.tables, place, parts.host.now()))) throw deliveryUnknown();
  parts.dispatcher.wake();
  return endpoint;
}
