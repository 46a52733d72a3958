import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { describedAs, type PluginEnvironment, problemAnswers } from "@neuadd/plugin-kit";
import {
  spaceUnknown,
  subscriptionUnknown,
  tooManySubscriptions,
  urlRefused,
} from "../calendar-problems.ts";
import { forKeys, refusals, SchoolParams, textOf } from "../route-parts.ts";
import { EVENT_REFUSALS } from "./event-refusal.ts";
import { foundSubscription } from "./found-subscription.ts";
import { type RefreshParts, refreshSubscription } from "./refresh-subscription.ts";
import { releaseSubscription } from "./release-subscription.ts";
import { MOST_SUBSCRIPTIONS, subscribe } from "./subscribe.ts";
import { subscriptionFields } from "./subscription-fields.ts";
import { readSubscriptions, removeSubscription, type Subscription } from "./subscription-store.ts";

const NEEDS = { scope: "blocks:write" } as const;

const NewSubscription = z
  .strictObject({ ...subscriptionFields, kind: subscriptionFields.kind.default("schoolUse") })
  .openapi("NewCalendarSubscription", {
    description: "A calendar whose events block a space.",
    example: {
      url: "https://example.org/school.ics",
      space: "main-hall",
      kind: "schoolUse",
      name: { cy: "Calendr yr ysgol", en: "The school's calendar" },
    },
  });
const Piece = z.object({
  date: z.string(),
  startTime: z.string(),
  endTime: z.string(),
  bookings: z.array(z.string()),
  blocks: z.array(z.string()),
});
const RefusedEventBody = z.object({
  code: z.enum(EVENT_REFUSALS),
  event: z.string().openapi({ description: "Its UID; empty for an event without one." }),
  summary: z.string().exactOptional(),
  date: z.string().exactOptional().openapi({ description: "The first date that it names." }),
});
const SubscriptionBody = z
  .object({
    id: z.string(),
    ...subscriptionFields,
    refreshedAt: z.string().exactOptional().openapi({ format: "date-time" }),
    fault: z.string().exactOptional().openapi({
      description: "Why the last time failed. The blocks stayed as they were.",
      example: "ANSWER_TOO_LARGE",
    }),
    refused: z.record(z.string(), z.int()).openapi({
      description:
        "How many events can't be read exactly, by reason. What can be read of them is blocked, and what was blocked for them stays.",
    }),
    refusedEvents: z.array(RefusedEventBody).openapi({
      description: "The first hundred of them.",
    }),
    inTheWay: z.array(Piece).openapi({
      description:
        "What is taken outside, and here by bookings or blocks: for the school to settle. What is left around it is blocked.",
    }),
  })
  .openapi("CalendarSubscription", {
    description: "A subscription, and how its last reading went.",
  });

const params = SchoolParams.extend({
  subscription: z
    .string()
    .min(1)
    .max(200)
    .openapi(describedAs({ cy: "Dynodydd y tanysgrifiad.", en: "Id of the subscription." })),
});
const PATH = "/schools/{school}/subscriptions";
const answered = (description: string) => ({
  description,
  content: { "application/json": { schema: SubscriptionBody } },
});
const unknown = {
  ...refusals,
  404: [...refusals[404], subscriptionUnknown()],
};

const listRoute = createRoute({
  ...forKeys,
  operationId: "listCalendarSubscriptions",
  method: "get",
  path: PATH,
  summary: "The outside calendars of a school",
  "x-cy": { summary: "Calendrau allanol ysgol" },
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
  "x-cy": {
    summary: "Blocio lle yn ôl digwyddiadau calendr allanol",
    description:
      "Fe'i darllenir ar unwaith, ac yna dro ar ôl tro. Nid yw archebion byth yn cael eu disodli.",
  },
  request: {
    params: SchoolParams,
    body: { required: true, content: { "application/json": { schema: NewSubscription } } },
  },
  responses: {
    201: answered("The subscription, and how the first reading went."),
    ...problemAnswers({
      ...refusals,
      404: [...refusals[404], spaceUnknown()],
      409: [tooManySubscriptions(MOST_SUBSCRIPTIONS)],
      422: ["BODY_INVALID", urlRefused()],
    }),
  },
});

const refreshRoute = createRoute({
  ...forKeys,
  operationId: "refreshCalendarSubscription",
  method: "post",
  path: `${PATH}/{subscription}/refresh`,
  summary: "Read an outside calendar now",
  "x-cy": { summary: "Darllen calendr allanol nawr" },
  request: { params },
  responses: { 200: answered("How it went."), ...problemAnswers(unknown) },
});

const removeRoute = createRoute({
  ...forKeys,
  operationId: "removeCalendarSubscription",
  method: "delete",
  path: `${PATH}/{subscription}`,
  summary: "End a subscription and give back the time that it blocks",
  "x-cy": { summary: "Dod â thanysgrifiad i ben, a rhoi'n ôl yr amser y mae'n ei flocio" },
  request: { params },
  responses: { 204: { description: "Its time is free again." }, ...problemAnswers(unknown) },
});

/** Outside calendars as blocks. For keys that may block a school's spaces. */
export function addSubscriptionRoutes(
  routes: OpenAPIHono<PluginEnvironment>,
  parts: RefreshParts,
): void {
  const { host, tables } = parts;

  routes.openapi(listRoute, async (context) => {
    const { school } = context.req.valid("param");
    await host.access.school(context.var.exchange, school, NEEDS);
    const items = (await readSubscriptions(tables, school)).map(bodyOf);
    return context.json({ items }, 200);
  });

  routes.openapi(addRoute, async (context) => {
    const { school } = context.req.valid("param");
    const { facts } = await host.access.school(context.var.exchange, school, NEEDS);
    const id = await subscribe(parts, facts, context.req.valid("json"));
    return context.json(bodyOf(await foundSubscription(parts, school, id)), 201);
  });

  routes.openapi(refreshRoute, async (context) => {
    const { school, subscription } = context.req.valid("param");
    await host.access.school(context.var.exchange, school, NEEDS);
    await refreshSubscription(parts, await foundSubscription(parts, school, subscription));
    return context.json(bodyOf(await foundSubscription(parts, school, subscription)), 200);
  });

  routes.openapi(removeRoute, async (context) => {
    const { school, subscription } = context.req.valid("param");
    const { facts } = await host.access.school(context.var.exchange, school, NEEDS);
    await releaseSubscription(parts, await foundSubscription(parts, school, subscription), facts);
    await removeSubscription(tables, school, subscription);
    return context.body(null, 204);
  });
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
    refusedEvents: findings.refusedEvents.map((event) => ({ ...event })),
    inTheWay: findings.inTheWay.map((piece) => ({
      ...piece,
      bookings: [...piece.bookings],
      blocks: [...piece.blocks],
    })),
  };
}
