import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  LocalDateSchema,
  LocalTimeSchema,
  localDateOf,
  oneLineSchema,
  toInstant,
  toRfc3339,
} from "@neuadd/core";
import {
  describedAs,
  type PluginEnvironment,
  problemAnswers,
  type SchoolFacts,
} from "@neuadd/plugin-kit";
import { noticeNotPossible, noticeUnknown, premisesUnknown } from "./check-problems.ts";
import { EVENT_NOTICE_FAULTS } from "./event-notice-faults.ts";
import { addEventNotice, readEventNotices, removeEventNotice } from "./event-notice-store.ts";
import { EVENT_NOTICE_LIMITS, type EventNotice, eventYear, yearOf } from "./event-notice.ts";
import { freshId, type RouteParts, SchoolParams } from "./route-parts.ts";

const Notice = z
  .object({
    id: z.string(),
    premises: z.string(),
    reference: z.string(),
    hirer: z.string().exactOptional(),
    start: z.string().openapi({ description: "RFC 3339, in the zone of the school." }),
    end: z.string(),
  })
  .openapi("EventNotice", { description: "A temporary event notice that the school has noted." });

const NewNotice = z
  .strictObject({
    premises: z.string().min(1).max(100),
    reference: oneLineSchema(200),
    hirer: z.string().min(1).max(100).exactOptional(),
    firstDate: LocalDateSchema,
    startTime: LocalTimeSchema,
    lastDate: LocalDateSchema,
    endTime: LocalTimeSchema,
  })
  .refine(
    ({ firstDate, startTime, lastDate, endTime }) =>
      firstDate < lastDate || (firstDate === lastDate && startTime < endTime),
    { message: "The event ends before it starts.", path: ["lastDate"] },
  )
  .openapi("EventNoticeCreation", {
    description: "A notice that was given for a premises, in its local times.",
    example: {
      premises: "main-site",
      reference: "TEN/2026/0417",
      firstDate: "2026-12-05",
      startTime: "18:00",
      lastDate: "2026-12-05",
      endTime: "24:00",
    },
  });

const Year = z
  .object({
    year: z.int(),
    premises: z.string(),
    notices: z.int(),
    days: z.int(),
    noticesLeft: z.int(),
    daysLeft: z.int(),
    items: z.array(Notice),
  })
  .openapi("EventNoticeYear", {
    description: "The notices of a premises in a calendar year, over all hirers, and what is left.",
  });

const shared = { tags: ["hirer-checks"], security: [{ key: [] }] };
const refusals = {
  401: ["AUTHENTICATION_REQUIRED"],
  403: ["FORBIDDEN"],
  404: ["SCHOOL_UNKNOWN", premisesUnknown()],
};

const readRoute = createRoute({
  ...shared,
  operationId: "readEventNotices",
  method: "get",
  path: "/schools/{school}/premises/{premises}/event-notices",
  summary: "The temporary event notices of a premises in a year",
  "x-cy": { summary: "Hysbysiadau digwyddiad dros dro safle mewn blwyddyn" },
  request: {
    params: SchoolParams.extend({
      premises: z
        .string()
        .max(100)
        .openapi(describedAs({ cy: "Dynodydd y safle.", en: "Id of the premises." })),
    }),
    query: z.object({
      year: z
        .string()
        .regex(/^2\d{3}$/, "Write a year, such as 2026.")
        .optional()
        .openapi({
          ...describedAs({
            cy: "Blwyddyn galendr; hon, os na roddir un.",
            en: "Calendar year; this one unless told.",
          }),
          example: "2026",
        }),
    }),
  },
  responses: {
    200: { description: "The year.", content: { "application/json": { schema: Year } } },
    ...problemAnswers({ ...refusals, 400: ["QUERY_INVALID"] }),
  },
});

const addRoute = createRoute({
  ...shared,
  operationId: "addEventNotice",
  method: "post",
  path: "/schools/{school}/event-notices",
  summary: "Note a temporary event notice",
  "x-cy": { summary: "Nodi hysbysiad digwyddiad dros dro" },
  request: {
    params: SchoolParams,
    body: { required: true, content: { "application/json": { schema: NewNotice } } },
  },
  responses: {
    201: { description: "As noted.", content: { "application/json": { schema: Notice } } },
    ...problemAnswers({
      ...refusals,
      409: [noticeNotPossible(EVENT_NOTICE_FAULTS)],
      422: ["BODY_INVALID"],
    }),
  },
});

const removeRoute = createRoute({
  ...shared,
  operationId: "removeEventNotice",
  method: "delete",
  path: "/schools/{school}/event-notices/{notice}",
  summary: "Take back a notice that was withdrawn, or noted by mistake",
  "x-cy": { summary: "Dileu hysbysiad a dynnwyd yn ôl, neu a nodwyd mewn camgymeriad" },
  request: {
    params: SchoolParams.extend({
      notice: z
        .string()
        .max(100)
        .openapi(describedAs({ cy: "Dynodydd yr hysbysiad.", en: "Id of the notice." })),
    }),
  },
  responses: {
    204: { description: "It no longer counts." },
    ...problemAnswers({ ...refusals, 404: ["SCHOOL_UNKNOWN", noticeUnknown()] }),
  },
});

/** The school keeps the book of its premises' notices. */
export function addEventNoticeRoutes(
  routes: OpenAPIHono<PluginEnvironment>,
  { host, tables }: RouteParts,
): void {
  routes.openapi(readRoute, async (context) => {
    const { school, premises } = context.req.valid("param");
    const needs = { scope: "bookings:read" } as const;
    const { facts } = await host.access.school(context.var.exchange, school, needs);
    checkPremises(facts, premises);
    const { zone } = facts.school;
    const year = Number(context.req.valid("query").year ?? yearOf(localDateOf(host.now(), zone)));
    const endingAfter = toInstant(`${year}-01-01`, "00:00", zone);
    const notices = await readEventNotices(tables, school, { endingAfter, premises });
    const taken = eventYear(notices, year, zone);
    return context.json(
      {
        premises,
        ...taken,
        noticesLeft: Math.max(0, EVENT_NOTICE_LIMITS.noticesPerYear - taken.notices),
        daysLeft: Math.max(0, EVENT_NOTICE_LIMITS.daysPerYear - taken.days),
        items: notices
          .filter(({ start }) => yearOf(localDateOf(start, zone)) <= year)
          .map((notice) => wireNotice(notice, zone)),
      },
      200,
    );
  });

  routes.openapi(addRoute, async (context) => {
    const { school } = context.req.valid("param");
    const needs = { scope: "approvals:write" } as const;
    const { facts } = await host.access.school(context.var.exchange, school, needs);
    const { firstDate, startTime, lastDate, endTime, ...body } = context.req.valid("json");
    checkPremises(facts, body.premises);
    const { zone } = facts.school;
    const notice: EventNotice = {
      id: freshId(host, "ten"),
      ...body,
      start: toInstant(firstDate, startTime, zone),
      end: toInstant(lastDate, endTime, zone),
    };
    const faults = await addEventNotice(tables, school, notice, zone);
    if (faults.length > 0) throw noticeNotPossible(faults);
    return context.json(wireNotice(notice, zone), 201);
  });

  routes.openapi(removeRoute, async (context) => {
    const { school, notice } = context.req.valid("param");
    await host.access.school(context.var.exchange, school, { scope: "approvals:write" });
    if (!(await removeEventNotice(tables, school, notice))) throw noticeUnknown();
    return context.body(null, 204);
  });
}

function checkPremises({ tree }: SchoolFacts, premises: string): void {
  if (!tree.spaces.some((space) => space.premises === premises)) throw premisesUnknown();
}

function wireNotice({ start, end, ...notice }: EventNotice, zone: string) {
  return { ...notice, start: toRfc3339(start, zone), end: toRfc3339(end, zone) };
}
