import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { BLOCK_KINDS, type PluginEnvironment, problemAnswers } from "@neuadd/plugin-kit";
import { spaceUnknown, subscriptionUnknown, tooManySubscriptions } from "../calendar-problems.ts";
import { forKeys, freshId, refusals, SchoolParams, textOf } from "../route-parts.ts";
import { checkCalendarUrl } from "./check-calendar-url.ts";
import {
  type RefreshParts,
  refreshSubscription,
  releaseSubscription,
} from "./refresh-subscription.ts";
import {
  addSubscription,
  NO_FINDINGS,
  readSubscription,
  readSubscriptions,
  removeSubscription,
  type Subscription,
} from "./subscription-store.ts";

const MOST_SUBSCRIPTIONS = 50;
const NEEDS = { scope: "blocks:write" } as const;

const Name = z.object({ cy: z.string().min(1).max(200), en: z.string().min(1).max(200) });
const Shared = {
  url: z.string().max(2000).openapi({ example: "https://example.org/school.ics" }),
  space: z.string().min(1).max(200),
  kind: z.enum(BLOCK_KINDS),
  name: Name.openapi({ description: "What the space is taken by, for people to read." }),
};
const NewSubscription = z
  .strictObject({ ...Shared, kind: Shared.kind.default("schoolUse") })
  .openapi("NewCalendarSubscription", { description: "A calendar whose events block a space." });
const Piece = z.object({
  date: z.string(),
  startTime: z.string(),
  endTime: z.string(),
  bookings: z.array(z.string()),
  blocks: z.array(z.string()),
});
const SubscriptionBody = z
  .object({
    id: z.string(),
    ...Shared,
    refreshedAt: z.string().exactOptional().openapi({ format: "date-time" }),
    fault: z.string().exactOptional().openapi({
      description: "Why the last time failed. The blocks stayed as they were.",
      example: "ANSWER_TOO_LARGE",
    }),
    refused: z.record(z.string(), z.int()).openapi({
      description: "How many events were left out, by reason.",
    }),
    inTheWay: z.array(Piece).openapi({
      description:
        "What is taken outside, and here by bookings or blocks: for the school to settle.",
    }),
  })
  .openapi("CalendarSubscription", {
    description: "A subscription, and how its last reading went.",
  });

const params = SchoolParams.extend({ subscription: z.string().min(1).max(200) });
const PATH = "/schools/{school}/subscriptions";
const answered = (description: string) => ({
  description,
  content: { "application/json": { schema: SubscriptionBody } },
});
const unknown = {
  ...refusals,
  404: [...refusals[404], "calendar-feed/SUBSCRIPTION_UNKNOWN"],
};

const listRoute = createRoute({
  ...forKeys,
  operationId: "listCalendarSubscriptions",
  method: "get",
  path: PATH,
  summary: "The outside calendars of a school",
  request: { params: SchoolParams },
  responses: {
    200: {
      description: "All of them.",
      content: { "application/json": { schema: z.object({ items: z.array(SubscriptionBody) }) } },
    },
    ...problemAnswers(refusals),
  },
});

const addRoute = createRoute({
  ...forKeys,
  operationId: "addCalendarSubscription",
  method: "post",
  path: PATH,
  summary: "Block a space by the events of an outside calendar",
  description: "It is read at once, and then again and again. Bookings are never displaced.",
  request: {
    params: SchoolParams,
    body: { required: true, content: { "application/json": { schema: NewSubscription } } },
  },
  responses: {
    201: answered("The subscription, and how the first reading went."),
    ...problemAnswers({
      ...refusals,
      404: [...refusals[404], "calendar-feed/SPACE_UNKNOWN"],
      409: ["calendar-feed/TOO_MANY_SUBSCRIPTIONS"],
      422: ["BODY_INVALID", "calendar-feed/URL_REFUSED"],
    }),
  },
});

const refreshRoute = createRoute({
  ...forKeys,
  operationId: "refreshCalendarSubscription",
  method: "post",
  path: `${PATH}/{subscription}/refresh`,
  summary: "Read an outside calendar now",
  request: { params },
  responses: { 200: answered("How it went."), ...problemAnswers(unknown) },
});

const removeRoute = createRoute({
  ...forKeys,
  operationId: "removeCalendarSubscription",
  method: "delete",
  path: `${PATH}/{subscription}`,
  summary: "End a subscription and give back the time that it blocks",
  request: { params },
  responses: { 204: { description: "Its time is free again." }, ...problemAnswers(unknown) },
});

/** Outside calendars as blocks. For keys that may block a school's spaces. */
export function addSubscriptionRoutes(
  routes: OpenAPIHono<PluginEnvironment>,
  parts: RefreshParts,
): void {
  const { host, tables, allowAddresses } = parts;

  routes.openapi(listRoute, async (context) => {
    const { school } = context.req.valid("param");
    await host.access.school(context.var.exchange, school, NEEDS);
    const items = (await readSubscriptions(tables, school)).map(bodyOf);
    return context.json({ items }, 200);
  });

  routes.openapi(addRoute, async (context) => {
    const { school } = context.req.valid("param");
    const { facts } = await host.access.school(context.var.exchange, school, NEEDS);
    const { url, space, kind, name } = context.req.valid("json");
    if (!facts.tree.byId.has(space)) throw spaceUnknown();
    const address = checkCalendarUrl(url, allowAddresses);
    if ((await readSubscriptions(tables, school)).length >= MOST_SUBSCRIPTIONS) {
      throw tooManySubscriptions(MOST_SUBSCRIPTIONS);
    }
    const subscription: Subscription = {
      id: freshId(host, "sub"),
      school,
      url: address,
      space,
      kind,
      name,
      createdAt: host.now(),
      refreshedAt: undefined,
      fault: undefined,
      findings: NO_FINDINGS,
    };
    await addSubscription(tables, subscription);
    await refreshSubscription(parts, subscription);
    return context.json(bodyOf(await found(parts, school, subscription.id)), 201);
  });

  routes.openapi(refreshRoute, async (context) => {
    const { school, subscription } = context.req.valid("param");
    await host.access.school(context.var.exchange, school, NEEDS);
    await refreshSubscription(parts, await found(parts, school, subscription));
    return context.json(bodyOf(await found(parts, school, subscription)), 200);
  });

  routes.openapi(removeRoute, async (context) => {
    const { school, subscription } = context.req.valid("param");
    const { facts } = await host.access.school(context.var.exchange, school, NEEDS);
    await releaseSubscription(parts, await found(parts, school, subscription), facts);
    await removeSubscription(tables, school, subscription);
    return context.body(null, 204);
  });
}

async function found({ tables }: RefreshParts, school: string, id: string): Promise<Subscription> {
  const subscription = await readSubscription(tables, school, id);
  if (subscription === undefined) throw subscriptionUnknown();
  return subscription;
}

function bodyOf(subscription: Subscription): z.infer<typeof SubscriptionBody> {
  const { id, url, space, kind, name, refreshedAt, fault, findings } = subscription;
  return {
    id,
    url,
    space,
    kind,
    name,
    ...(refreshedAt !== undefined && { refreshedAt: textOf(refreshedAt) }),
    ...(fault !== undefined && { fault }),
    refused: { ...findings.refused },
    inTheWay: findings.inTheWay.map((piece) => ({
      ...piece,
      bookings: [...piece.bookings],
      blocks: [...piece.blocks],
    })),
  };
}
