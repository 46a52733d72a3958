import { z } from "@hono/zod-openapi";
import type { LocalDate, SpaceId } from "@neuadd/core";
import { readAvailability } from "../../ledger/availability.ts";
import { readSchool, type SchoolState } from "../../ledger/school-model.ts";
import { schoolUnknown } from "../../ledger/unknown.ts";
import type { Services } from "../../services.ts";
import { daySpan } from "../day-span.ts";
import { hasTag } from "../entity-tag.ts";
import type { HttpContext } from "../exchange.ts";
import { addOperation, type Api } from "../operation.ts";
import { queryInteger, SchoolParams, SpaceParams, SpanQuery } from "../query-schemas.ts";
import { spaceUnknown } from "../request-fault.ts";
import { respond } from "../respond.ts";
import { freshnessReader, pathAndQuery, type Freshness } from "../school-freshness.ts";
import { createTextCache } from "../text-cache.ts";
import {
  dayWriter,
  WireSchoolAvailability,
  WireSpaceAvailability,
} from "../wire/wire-availability.ts";

const LONGEST_SPAN_DAYS = 400;
const LONGEST_SPAN_OF_ALL_DAYS = 62;
const CACHED_CHARACTERS = 32_000_000;

const MinutesQuery = queryInteger(1, 1440).openapi({
  description: "Only free time of at least this many minutes.",
});

const SpaceAvailabilityQuery = z.strictObject({
  ...SpanQuery.shape,
  minutes: MinutesQuery.exactOptional(),
});

const SchoolAvailabilityQuery = z.strictObject({
  ...SpanQuery.shape,
  minutes: MinutesQuery.exactOptional(),
  capacity: queryInteger(1, 100_000)
    .openapi({ description: "Only spaces that hold at least this many people." })
    .exactOptional(),
  facility: z
    .string()
    .min(1)
    .max(200)
    .openapi({
      description: "Only spaces that have it; several with commas between.",
      example: "badmintonNets",
    })
    .exactOptional(),
});

const TAGGED = {
  ETag: "Send it as `If-None-Match` next time.",
  "Cache-Control": "`public, no-cache`: keep it, but ask before each use.",
};

/**
 * When spaces are free, for anyone: the busiest reads of the server. A copy that the caller holds is confirmed at the
 * cost of reading the school's revision; a body that was written before is given again from memory as long as that
 * revision and the day are the same. The bodies hold names in both languages and no sentence, so all callers share them.
 */
export function addAvailabilityRoutes(api: Api): void {
  const { services } = api;
  const readFreshness = freshnessReader(services);
  const cache = createTextCache(CACHED_CHARACTERS);

  async function shortcut(context: HttpContext): Promise<Response | undefined> {
    const school = context.req.param("school") ?? "";
    const freshness = await readFreshness(context, school);
    if (freshness === undefined) throw schoolUnknown(school);
    const { tag } = freshness;
    if (hasTag(context.req.header("if-none-match"), tag)) {
      return respond(context, 304, null, { etag: tag, "cache-control": "public, no-cache" });
    }
    const text = cache.get(`${pathAndQuery(context)} ${tag}`);
    return text === undefined ? undefined : answer(context, text, tag);
  }

  async function answerFresh(
    context: HttpContext,
    write: (state: SchoolState, freshness: Freshness) => Promise<unknown>,
  ): Promise<Response> {
    const school = context.req.param("school") ?? "";
    // The tag is read first: a write in between then leaves newer data under an older tag, which the next question
    // mends. The other way round, an old body would pass for new for as long as the school stays unchanged.
    const freshness = await readFreshness(context, school);
    if (freshness === undefined) throw schoolUnknown(school);
    const state = await readSchool(services, school);
    const text = JSON.stringify(await write(state, freshness));
    if (state.revision === freshness.revision)
      cache.set(`${pathAndQuery(context)} ${freshness.tag}`, text);
    return answer(context, text, freshness.tag);
  }

  addOperation(
    api,
    {
      id: "getSpaceAvailability",
      method: "get",
      path: "/v1/schools/{school}/spaces/{space}/availability",
      tag: "schools",
      inputs: { params: SpaceParams, query: SpaceAvailabilityQuery },
      answers: {
        200: { description: "Day by day.", schema: WireSpaceAvailability, headers: TAGGED },
        304: { description: "Nothing has changed since that ETag." },
      },
    },
    ({ context, params, query }) =>
      answerFresh(context, async (state, { today }) => {
        const { space } = params();
        if (!state.tree.byId.has(space)) throw spaceUnknown(state.school.id, space);
        const { minutes, ...span } = query();
        const { from, to } = daySpan(span, today, LONGEST_SPAN_DAYS);
        const [one] = await daysOf(services, state, [space], { from, to, minutes });
        return { ...aboutSchool(state, today), space, days: one?.days ?? [] };
      }),
    { shortcut },
  );

  addOperation(
    api,
    {
      id: "getSchoolAvailability",
      method: "get",
      path: "/v1/schools/{school}/availability",
      tag: "schools",
      inputs: { params: SchoolParams, query: SchoolAvailabilityQuery },
      answers: {
        200: { description: "Space by space.", schema: WireSchoolAvailability, headers: TAGGED },
        304: { description: "Nothing has changed since that ETag." },
      },
    },
    ({ context, query }) =>
      answerFresh(context, async (state, { today }) => {
        const { minutes, capacity = 0, facility, ...span } = query();
        const { from, to } = daySpan(span, today, LONGEST_SPAN_OF_ALL_DAYS);
        const facilities = facility?.split(",").map((name) => name.trim()) ?? [];
        const spaces = state.tree.spaces
          .filter((space) => space.bookable && space.capacity >= capacity)
          .filter((space) => facilities.every((name) => space.facilities.includes(name)))
          .map(({ id }) => id);
        return {
          ...aboutSchool(state, today),
          spaces: await daysOf(services, state, spaces, { from, to, minutes }),
        };
      }),
    { shortcut },
  );
}

function answer(context: HttpContext, text: string, tag: string): Response {
  return respond(context, 200, text, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "public, no-cache",
    etag: tag,
  });
}

function aboutSchool({ school, revision }: SchoolState, today: LocalDate) {
  return { school: school.id, zone: school.zone, revision, today };
}

async function daysOf(
  services: Services,
  state: SchoolState,
  spaces: readonly SpaceId[],
  {
    from,
    to,
    minutes,
  }: { readonly from: LocalDate; readonly to: LocalDate; readonly minutes: number | undefined },
): Promise<WireSchoolAvailability["spaces"]> {
  const availability = await readAvailability(services, state, spaces, from, to);
  const write = dayWriter(state.school.zone, minutes);
  return spaces.map((space) => ({ space, days: write(availability.get(space) ?? []) }));
}
