import { z } from "@hono/zod-openapi";
import type { LocalDate, SpaceId } from "@neuadd/core";
import { readAskable } from "../../ledger/availability.ts";
import type { SchoolState } from "../../ledger/school-model.ts";
import type { Services } from "../../services.ts";
import { daySpan } from "../day-span.ts";
import { keepAnswers, type KeptAnswers, type WrittenAnswer } from "../kept-answers.ts";
import type { Freshness } from "../school-freshness.ts";
import { addOperation, type Api } from "../add-operation.ts";
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
 * revision is the same and nothing of the body is past. The bodies hold names in both languages and no sentence, so all callers share them.
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
      kept.write(context, async (state, freshness) => {
        const { space } = params();
        if (!state.tree.byId.has(space)) throw spaceUnknown(state.school.id, space);
        const { minutes, ...span } = query();
        const { from, to } = daySpan(span, freshness.today, LONGEST_SPAN_DAYS);
        return writeSpaces(
          { services, state, freshness, spaces: [space], from, to, minutes },
          ([one]) => ({ space, days: one?.days ?? [] }),
        );
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
      kept.write(context, async (state, freshness) => {
        const { minutes, capacity = 0, facility, ...span } = query();
        const { from, to } = daySpan(span, freshness.today, LONGEST_SPAN_OF_ALL_DAYS);
        const facilities = facility?.split(",").map((name) => name.trim()) ?? [];
        const spaces = state.tree.spaces
          .filter((space) => space.bookable && space.capacity >= capacity)
          .filter((space) => facilities.every((name) => space.facilities.includes(name)))
          .map(({ id }) => id);
        return writeSpaces(
          { services, state, freshness, spaces, from, to, minutes },
          (written) => ({
            spaces: written,
          }),
        );
      }),
    { shortcut: kept.recall },
  );
}

interface WantedSpaces {
  readonly services: Services;
  readonly state: SchoolState;
  readonly freshness: Freshness;
  readonly spaces: readonly SpaceId[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly minutes: number | undefined;
}

async function writeSpaces(
  { services, state, freshness, spaces, from, to, minutes }: WantedSpaces,
  bodyOf: (spaces: WireSchoolAvailability["spaces"]) => object,
): Promise<WrittenAnswer> {
  const { now, today } = freshness;
  const { school, revision } = state;
  const { days, changesAt } = await readAskable(services, state, spaces, { from, to, now });
  const write = dayWriter(school.zone, minutes);
  const written = spaces.map((space) => ({ space, days: write(days.get(space) ?? []) }));
  const body = { school: school.id, zone: school.zone, revision, today, ...bodyOf(written) };
  return { body, ...(changesAt !== undefined && { changesAt }) };
}
