import { z } from "@hono/zod-openapi";
import type { SpaceId } from "@neuadd/core";
import { daySpan } from "../day-span.ts";
import type { KeptAnswers } from "../kept-answers.ts";
import type { Freshness } from "../school-freshness.ts";
import { addOperation, type Api } from "../add-operation.ts";
import { queryInteger, SchoolParams, SpaceParams, SpanQuery } from "../query-schemas.ts";
import { spaceUnknown } from "../request-fault.ts";
import { WireSchoolAvailability, WireSpaceAvailability } from "../wire/wire-availability.ts";
import { daysWriter, type WriteDays } from "../written-days.ts";

const LONGEST_SPAN_DAYS = 400;
const LONGEST_SPAN_OF_ALL_DAYS = 62;
const KEPT_DAY_BYTES = 16_000_000;

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
export function addAvailabilityRoutes(api: Api, kept: KeptAnswers): void {
  const writeDays = daysWriter(api.services, KEPT_DAY_BYTES);
  addSpaceAvailability(api, kept, writeDays);
  addSchoolAvailability(api, kept, writeDays);
}

function addSpaceAvailability(api: Api, kept: KeptAnswers, writeDays: WriteDays): void {
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
      kept.answer(context, async (freshness) => {
        const { space } = params();
        const { state, today } = freshness;
        if (!state.tree.byId.has(space)) throw spaceUnknown(state.school.id, space);
        const { minutes, ...span } = query();
        const dates = daySpan(span, today, LONGEST_SPAN_DAYS);
        const wanted = { ...freshness, ...dates, spaces: [space], minutes };
        const { arrays, ...until } = await writeDays(wanted);
        const start = `${startOf(freshness)},${spaceMember(space)}`;
        return { bytes: bytesOf([start, ...(arrays[0] ?? []), "}"]), ...until };
      }),
  );
}

function addSchoolAvailability(api: Api, kept: KeptAnswers, writeDays: WriteDays): void {
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
      kept.answer(context, async (freshness) => {
        const { state, today } = freshness;
        const { minutes, capacity = 0, facility, ...span } = query();
        const dates = daySpan(span, today, LONGEST_SPAN_OF_ALL_DAYS);
        const facilities = facility?.split(",").map((name) => name.trim()) ?? [];
        const spaces = state.tree.spaces
          .filter((space) => space.bookable && space.capacity >= capacity)
          .filter((space) => facilities.every((name) => space.facilities.includes(name)))
          .map(({ id }) => id);
        const { arrays, ...until } = await writeDays({ ...freshness, ...dates, spaces, minutes });
        const written = spaces.flatMap((space, index) => [
          `${index === 0 ? "{" : ",{"}${spaceMember(space)}`,
          ...(arrays[index] ?? []),
          "}",
        ]);
        const bytes = bytesOf([`${startOf(freshness)},"spaces":[`, ...written, "]}"]);
        return { bytes, ...until };
      }),
  );
}

/** What every answer begins with, up to the members of its own. */
function startOf({ state, today }: Freshness): string {
  const { id, zone } = state.school;
  const start = { school: id, zone, revision: state.revision, today };
  return JSON.stringify(start).slice(0, -1);
}

/** The member `space`, and the name of `days`. */
function spaceMember(space: SpaceId): string {
  return `"space":${JSON.stringify(space)},"days":`;
}

function bytesOf(pieces: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  return Buffer.concat(
    pieces.map((piece) => (typeof piece === "string" ? Buffer.from(piece) : piece)),
  );
}
