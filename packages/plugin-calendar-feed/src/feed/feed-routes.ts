import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { describedAs, type PluginEnvironment, problemAnswers } from "@neuadd/plugin-kit";
import { linkUnknown, spaceUnknown } from "../calendar-problems.ts";
import { LanguageQuery, languageOf, type RouteParts, SpaceParams } from "../route-parts.ts";
import { calendarHeaders, isCurrent } from "./answer-calendar.ts";
import { findLink } from "./link-store.ts";
import { busyFeed, busyTag, linkedFeed, tagOf } from "./make-feeds.ts";

const CalendarText = z.string().openapi({ description: "An iCalendar object, RFC 5545." });
const calendarAnswers = {
  200: {
    description: "The calendar. `If-None-Match` with its `ETag` asks whether it has changed.",
    content: { "text/calendar": { schema: CalendarText } },
  },
  304: { description: "It has not changed." },
};
const forAnyone = { tags: ["calendar-feed"], security: [] };

const busyRoute = createRoute({
  ...forAnyone,
  operationId: "readBusyCalendar",
  method: "get",
  path: "/schools/{school}/spaces/{space}/busy.ics",
  summary: "When a space can't be had, as a calendar to subscribe to",
  description: "Three months back, two years ahead. It says nothing of who has it.",
  "x-cy": {
    summary: "Pryd na ellir cael lle, ar ffurf calendr i danysgrifio iddo",
    description: "Tri mis yn ôl, dwy flynedd ymlaen. Nid yw'n dweud dim am bwy sydd ag ef.",
  },
  request: { params: SpaceParams, query: LanguageQuery },
  responses: {
    ...calendarAnswers,
    ...problemAnswers({
      400: ["QUERY_INVALID"],
      404: ["SCHOOL_UNKNOWN", spaceUnknown()],
    }),
  },
});

const linkedRoute = createRoute({
  ...forAnyone,
  operationId: "readLinkedCalendar",
  method: "get",
  path: "/calendar.ics",
  summary: "The calendar of a link: everything of a school, or a hirer's own bookings there",
  description: "For whoever knows the secret.",
  "x-cy": {
    summary: "Calendr dolen: popeth mewn ysgol, neu archebion llogwr ei hun yno",
    description: "I bwy bynnag sy'n gwybod y gyfrinach.",
  },
  request: {
    query: z.object({
      secret: z
        .string()
        .min(1)
        .max(200)
        .openapi(describedAs({ cy: "Cyfrinach y ddolen.", en: "The secret of the link." })),
    }),
  },
  responses: {
    ...calendarAnswers,
    ...problemAnswers({ 400: ["QUERY_INVALID"], 404: [linkUnknown()] }),
  },
});

/** The calendars themselves. */
export function addFeedRoutes(
  routes: OpenAPIHono<PluginEnvironment>,
  { host, tables }: RouteParts,
): void {
  routes.openapi(busyRoute, async (context) => {
    const { school, space } = context.req.valid("param");
    const { exchange } = context.var;
    const facts = await host.access.anyone(exchange, school);
    if (!facts.tree.byId.has(space)) throw spaceUnknown();
    const language = languageOf(context.req.valid("query").language, exchange);
    const tag = busyTag(host, facts, language);
    const cacheControl = "public, max-age=300";
    const headers = calendarHeaders({ tag, language, cacheControl, isPublic: true });
    headers["vary"] = "accept-language";
    if (isCurrent(context.req.header("if-none-match"), tag))
      return context.body(null, 304, headers);
    return context.body(await busyFeed(host, facts, space, language), 200, headers);
  });

  routes.openapi(linkedRoute, async (context) => {
    const link = await findLink(tables, context.req.valid("query").secret);
    const facts = link && (await host.reads.school(link.school));
    if (link === undefined || facts === undefined) throw linkUnknown();
    const text = await linkedFeed(host, facts, link);
    // Names of hirers change without the ledger: the tag is of the text itself.
    const tag = tagOf(text);
    const { language } = link;
    const cacheControl = "private, no-cache";
    const headers = calendarHeaders({ tag, language, cacheControl, isPublic: false });
    if (isCurrent(context.req.header("if-none-match"), tag))
      return context.body(null, 304, headers);
    return context.body(text, 200, headers);
  });
}
