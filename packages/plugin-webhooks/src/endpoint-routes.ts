import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { oneLineSchema } from "@neuadd/core";
import { type PluginEnvironment, problemAnswers } from "@neuadd/plugin-kit";
import { checkUrl } from "./check-url.ts";
import {
  addEndpoint,
  changeEndpoint,
  readEndpoints,
  removeEndpoint,
  rotateSecret,
} from "./endpoint-store.ts";
import {
  Endpoint,
  endpointBody,
  EndpointParams,
  EventTypes,
  foundEndpoint,
  freshId,
  needs,
  operation,
  refusals,
  type RouteParts,
  SchoolParams,
  textOf,
} from "./route-parts.ts";
import { makeSecret } from "./sign-message.ts";
import type { WebhookEndpoint } from "./webhook-endpoint.ts";
import {
  addressRefused,
  endpointUnknown,
  tooManyEndpoints,
  urlRefused,
} from "./webhook-problems.ts";

const MOST_ENDPOINTS = 20;
const HOUR_MS = 3_600_000;

const Url = z.string().max(2000).openapi({
  description: "Begins with `https://`.",
  example: "https://example.org/neuadd",
});
/** Empty: none. */
const Description = z.union([z.literal(""), oneLineSchema(200)]);

const NewEndpoint = z
  .strictObject({
    url: Url,
    description: Description.exactOptional(),
    types: EventTypes.exactOptional(),
  })
  .openapi("NewWebhookEndpoint", {
    description: "An endpoint to be told from now on.",
    example: {
      url: "https://example.org/neuadd",
      description: "The club's own calendar",
      types: ["booking.approved", "occurrence.cancelled"],
    },
  });

const EndpointChange = z
  .strictObject({
    url: Url.exactOptional(),
    description: Description.exactOptional(),
    types: EventTypes.nullable().exactOptional().openapi({ description: "Null: all kinds." }),
    isEnabled: z.boolean().exactOptional(),
  })
  .openapi("WebhookEndpointChange", {
    description: "What is left out stays.",
    example: { types: null, isEnabled: true },
  });

const Secret = z.string().openapi({
  description: "For checking signatures. Shown this once.",
  example: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
});
const EndpointWithSecret = z
  .object({ ...Endpoint.shape, secret: Secret })
  .openapi("WebhookEndpointWithSecret", { description: "A new endpoint, with its secret." });
const RotatedSecret = z
  .object({
    secret: Secret,
    previousUntil: z.string().openapi({
      format: "date-time",
      description: "Until then messages are signed with the secret before, too.",
    }),
  })
  .openapi("WebhookSecret", { description: "A new secret of an endpoint." });

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { "application/json": { schema } },
});
const unknown = { ...refusals, 404: [...refusals[404], endpointUnknown()] };
const invalid = ["BODY_INVALID", urlRefused(), addressRefused()];

const listRoute = createRoute({
  ...operation,
  operationId: "listWebhookEndpoints",
  method: "get",
  path: "/schools/{school}/endpoints",
  summary: "The endpoints of a school",
  "x-cy": { summary: "Derbynyddion ysgol" },
  request: { params: SchoolParams },
  responses: {
    200: json("All of them.", z.object({ items: z.array(Endpoint) })),
    ...problemAnswers(refusals),
  },
});

const addRoute = createRoute({
  ...operation,
  operationId: "addWebhookEndpoint",
  method: "post",
  path: "/schools/{school}/endpoints",
  summary: "Tell an address what happens at a school",
  "x-cy": { summary: "Dweud wrth gyfeiriad beth sy'n digwydd mewn ysgol" },
  request: {
    params: SchoolParams,
    body: { required: true, content: { "application/json": { schema: NewEndpoint } } },
  },
  responses: {
    201: json("The endpoint, with its secret.", EndpointWithSecret),
    ...problemAnswers({ ...refusals, 409: [tooManyEndpoints(MOST_ENDPOINTS)], 422: invalid }),
  },
});

const readRoute = createRoute({
  ...operation,
  operationId: "readWebhookEndpoint",
  method: "get",
  path: "/schools/{school}/endpoints/{endpoint}",
  summary: "One endpoint",
  "x-cy": { summary: "Un derbynnydd" },
  request: { params: EndpointParams },
  responses: { 200: json("The endpoint.", Endpoint), ...problemAnswers(unknown) },
});

const changeRoute = createRoute({
  ...operation,
  operationId: "changeWebhookEndpoint",
  method: "patch",
  path: "/schools/{school}/endpoints/{endpoint}",
  summary: "Change an endpoint, or switch it on or off",
  description: "What waited while it was off is sent when it is switched on.",
  "x-cy": {
    summary: "Newid derbynnydd, neu ei droi ymlaen neu i ffwrdd",
    description: "Anfonir yr hyn a arhosodd tra oedd i ffwrdd pan gaiff ei droi ymlaen.",
  },
  request: {
    params: EndpointParams,
    body: { required: true, content: { "application/json": { schema: EndpointChange } } },
  },
  responses: {
    200: json("The endpoint as changed.", Endpoint),
    ...problemAnswers({ ...unknown, 422: invalid }),
  },
});

const removeRoute = createRoute({
  ...operation,
  operationId: "removeWebhookEndpoint",
  method: "delete",
  path: "/schools/{school}/endpoints/{endpoint}",
  summary: "Forget an endpoint and all that was sent to it",
  "x-cy": { summary: "Anghofio derbynnydd a phopeth a anfonwyd ato" },
  request: { params: EndpointParams },
  responses: { 204: { description: "It is forgotten." }, ...problemAnswers(unknown) },
});

const rotateRoute = createRoute({
  ...operation,
  operationId: "rotateWebhookSecret",
  method: "post",
  path: "/schools/{school}/endpoints/{endpoint}/secret",
  summary: "Give an endpoint a new secret",
  "x-cy": { summary: "Rhoi cyfrinach newydd i dderbynnydd" },
  request: { params: EndpointParams },
  responses: { 200: json("The new secret.", RotatedSecret), ...problemAnswers(unknown) },
});

/** Which addresses are told. For keys that act for the school and may read its ledger. */
export function addEndpointRoutes(routes: OpenAPIHono<PluginEnvironment>, parts: RouteParts): void {
  const { host, tables, dispatcher, allowAddresses } = parts;

  routes.openapi(listRoute, async (context) => {
    const { school } = context.req.valid("param");
    await host.access.school(context.var.exchange, school, needs);
    const items = (await readEndpoints(tables, school)).map(endpointBody);
    return context.json({ items }, 200);
  });

  routes.openapi(addRoute, async (context) => {
    const { school } = context.req.valid("param");
    await host.access.school(context.var.exchange, school, needs);
    const { url, description = "", types } = context.req.valid("json");
    checkUrl(url, allowAddresses);
    if ((await readEndpoints(tables, school)).length >= MOST_ENDPOINTS) {
      throw tooManyEndpoints(MOST_ENDPOINTS);
    }
    const id = freshId(host, "end");
    const about = { id, school, url, description, types };
    const endpoint = { ...about, disabled: undefined, createdAt: host.now() };
    const secret = makeSecret(host);
    await addEndpoint(tables, endpoint, secret);
    return context.json({ ...endpointBody(endpoint), secret }, 201);
  });

  routes.openapi(readRoute, async (context) => {
    const place = context.req.valid("param");
    await host.access.school(context.var.exchange, place.school, needs);
    return context.json(endpointBody(await foundEndpoint(parts, place)), 200);
  });

  routes.openapi(changeRoute, async (context) => {
    const place = context.req.valid("param");
    await host.access.school(context.var.exchange, place.school, needs);
    const change = context.req.valid("json");
    if (change.url !== undefined) checkUrl(change.url, allowAddresses);
    const changed = changedEndpoint(await foundEndpoint(parts, place), change);
    await changeEndpoint(tables, changed);
    dispatcher.wake();
    return context.json(endpointBody(changed), 200);
  });

  routes.openapi(removeRoute, async (context) => {
    const { school, endpoint } = context.req.valid("param");
    await host.access.school(context.var.exchange, school, needs);
    if (!(await removeEndpoint(tables, school, endpoint))) throw endpointUnknown();
    return context.body(null, 204);
  });

  routes.openapi(rotateRoute, async (context) => {
    const place = context.req.valid("param");
    await host.access.school(context.var.exchange, place.school, needs);
    const endpoint = await foundEndpoint(parts, place);
    const now = host.now();
    const previousUntil = now + parts.rotationHours * HOUR_MS;
    const secret = makeSecret(host);
    await rotateSecret(tables, endpoint, secret, { now, previousUntil });
    return context.json({ secret, previousUntil: textOf(previousUntil) }, 200);
  });
}

/** One that was switched off for a reason of its own keeps that when it is switched off once more. */
function changedEndpoint(
  current: WebhookEndpoint,
  { isEnabled, types, ...change }: z.output<typeof EndpointChange>,
): WebhookEndpoint {
  return {
    ...current,
    ...change,
    ...(types !== undefined && { types: types ?? undefined }),
    ...(isEnabled === true && { disabled: undefined }),
    ...(isEnabled === false && { disabled: current.disabled ?? "SWITCHED_OFF" }),
  };
}
