import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { describedAs, type PluginEnvironment, problemAnswers } from "@neuadd/plugin-kit";
import { queueMessage, readDeliveries, readDelivery } from "./delivery-store.ts";
import {
  Delivery,
  deliveryBody,
  DeliveryParams,
  EndpointParams,
  foundEndpoint,
  freshId,
  needs,
  operation,
  refusals,
  type RouteParts,
  textOf,
} from "./route-parts.ts";
import { resendDelivery } from "./resend-delivery.ts";
import { DELIVERY_STATUSES } from "./webhook-endpoint.ts";
import { deliveryUnknown, endpointOff, endpointUnknown } from "./webhook-problems.ts";

/** The kind of the message that a school sends to try an endpoint; no entry of a ledger has it. */
const TEST_TYPE = "webhooks.test";
const DEFAULT_LIMIT = 50;
const LARGEST_LIMIT = 200;

const Attempt = z
  .object({
    attempt: z.int(),
    at: z.string().openapi({ format: "date-time" }),
    status: z.int().exactOptional().openapi({ description: "What was answered." }),
    fault: z.string().exactOptional().openapi({
      description: "Why nothing was answered.",
      example: "TIMED_OUT",
    }),
  })
  .openapi("WebhookAttempt", { description: "One time a message was sent." });

const DeliveryWithLog = z
  .object({ ...Delivery.shape, body: z.string(), log: z.array(Attempt) })
  .openapi("WebhookDeliveryWithLog", { description: "A message, its text and every attempt." });

const DeliveryPage = z
  .object({ items: z.array(Delivery), next: z.string().exactOptional() })
  .openapi("WebhookDeliveryPage", { description: "Deliveries, the newest first." });

const Wanted = z.object({
  status: z
    .enum(DELIVERY_STATUSES)
    .exactOptional()
    .openapi(
      describedAs({
        cy: "Dim ond negeseuon yn y statws hwn.",
        en: "Only messages in this status.",
      }),
    ),
  after: z
    .string()
    .regex(/^\d{1,16}:/)
    .max(250)
    .exactOptional()
    .openapi(describedAs({ cy: "`next` y dudalen flaenorol.", en: "`next` of the page before." })),
  limit: z.coerce.number().int().min(1).max(LARGEST_LIMIT).default(DEFAULT_LIMIT),
});

const unknown = { ...refusals, 404: [...refusals[404], endpointUnknown()] };
const noMessage = { ...unknown, 404: [...unknown[404], deliveryUnknown()] };

const listRoute = createRoute({
  ...operation,
  operationId: "listWebhookDeliveries",
  method: "get",
  path: "/schools/{school}/endpoints/{endpoint}/deliveries",
  summary: "What was sent to an endpoint, and what waits",
  "x-cy": { summary: "Beth a anfonwyd at dderbynnydd, a beth sy'n aros" },
  request: { params: EndpointParams, query: Wanted },
  responses: {
    200: { description: "A page.", content: { "application/json": { schema: DeliveryPage } } },
    ...problemAnswers({ ...unknown, 400: ["QUERY_INVALID"] }),
  },
});

const readRoute = createRoute({
  ...operation,
  operationId: "readWebhookDelivery",
  method: "get",
  path: "/schools/{school}/endpoints/{endpoint}/deliveries/{message}",
  summary: "One message, with every attempt",
  "x-cy": { summary: "Un neges, gyda phob ymgais" },
  request: { params: DeliveryParams },
  responses: {
    200: {
      description: "The message.",
      content: { "application/json": { schema: DeliveryWithLog } },
    },
    ...problemAnswers(noMessage),
  },
});

const resendRoute = createRoute({
  ...operation,
  operationId: "resendWebhookDelivery",
  method: "post",
  path: "/schools/{school}/endpoints/{endpoint}/deliveries/{message}/resend",
  summary: "Send a message again",
  description: "With the id and text that it had, from the beginning of the retry schedule.",
  "x-cy": {
    summary: "Anfon neges eto",
    description: "Gyda'r dynodydd a'r testun a oedd ganddi, o ddechrau'r drefn ailgynnig.",
  },
  request: { params: DeliveryParams },
  responses: {
    202: { description: "It is sent next." },
    ...problemAnswers({ ...noMessage, 409: [endpointOff()] }),
  },
});

const testRoute = createRoute({
  ...operation,
  operationId: "testWebhookEndpoint",
  method: "post",
  path: "/schools/{school}/endpoints/{endpoint}/test",
  summary: `Send a message of the kind ${TEST_TYPE}`,
  "x-cy": { summary: `Anfon neges o'r math ${TEST_TYPE}` },
  request: { params: EndpointParams },
  responses: {
    202: {
      description: "It is sent next.",
      content: { "application/json": { schema: z.object({ message: z.string() }) } },
    },
    ...problemAnswers({ ...unknown, 409: [endpointOff()] }),
  },
});

/** The log of deliveries. For keys that act for the school and may read its ledger. */
export function addDeliveryRoutes(routes: OpenAPIHono<PluginEnvironment>, parts: RouteParts): void {
  const { host, tables, dispatcher } = parts;

  routes.openapi(listRoute, async (context) => {
    const place = context.req.valid("param");
    await host.access.school(context.var.exchange, place.school, needs);
    await foundEndpoint(parts, place);
    const { items, next } = await readDeliveries(
      tables,
      place.school,
      place.endpoint,
      context.req.valid("query"),
    );
    const body = { items: items.map(deliveryBody), ...(next !== undefined && { next }) };
    return context.json(body, 200);
  });

  routes.openapi(readRoute, async (context) => {
    const place = context.req.valid("param");
    await host.access.school(context.var.exchange, place.school, needs);
    await foundEndpoint(parts, place);
    const found = await readDelivery(tables, place);
    if (found === undefined) throw deliveryUnknown();
    const log = found.log.map(({ attempt, at, status, fault }) => ({
      attempt,
      at: textOf(at),
      ...(status !== undefined && { status }),
      ...(fault !== undefined && { fault }),
    }));
    return context.json({ ...deliveryBody(found), body: found.body, log }, 200);
  });

  routes.openapi(resendRoute, async (context) => {
    const place = context.req.valid("param");
    await host.access.school(context.var.exchange, place.school, needs);
    await resendDelivery(parts, place);
    return context.body(null, 202);
  });

  routes.openapi(testRoute, async (context) => {
    const place = context.req.valid("param");
    await host.access.school(context.var.exchange, place.school, needs);
    const endpoint = await foundEndpoint(parts, place);
    if (endpoint.disabled !== undefined) throw endpointOff();
    const now = host.now();
    const id = freshId(host, "msg");
    const body = JSON.stringify({
      type: TEST_TYPE,
      timestamp: textOf(now),
      data: { school: place.school },
    });
    await queueMessage(tables, endpoint, { id, type: TEST_TYPE, body }, now);
    dispatcher.wake();
    return context.json({ message: id }, 202);
  });
}
