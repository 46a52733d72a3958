import { z } from "@hono/zod-openapi";
import type { LocalDate, SpaceId } from "@neuadd/core";
import { readAvailability } from "../../ledger/availability.ts";
import type { SchoolState } from "../../ledger/school-model.ts";
import type { Services } from "../../services.ts";
import { daySpan } from "../day-span.ts";
import { keepAnswers, type KeptAnswers } from "../kept-answers.ts";
import { addOperation, type Api } from "../operation.ts";
import { queryInteger, SchoolParams, SpaceParams, SpanQuery } from "../query-schemas.ts";
import { spaceUnknown } from "../request-fault.ts";
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
  const kept = keepAnswers(api.services, CACHED_CHARACTERS);
  addSpaceAvailability(api, kept);
  addSchoolAvailability(api, kept);
}

function addSpaceAvailability(api: Api, kept: KeptAnswers): void {
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
    ({ context, services, params, query }) =>
      kept.write(context, async (state, { today }) => {
        const { space } = params();
        if (!state.tree.byId.has(space)) throw spaceUnknown(state.school.id, space);
        const { minutes, ...span } = query();
        const { from, to } = daySpan(span, today, LONGEST_SPAN_DAYS);
        const [one] = await daysOf(services, state, [space], { from, to, minutes });
        return { ...aboutSchool(state, today), space, days: one?.days ?? [] };
      }),
    { shortcut: kept.recall },
  );
}

function addSchoolAvailability(api: Api, kept: KeptAnswers): void {
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
    ({ context, services, query }) =>
      kept.write(context, async (state, { today }) => {
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
    { shortcut: kept.recall },
  );
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
