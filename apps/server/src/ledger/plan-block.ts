import {
  leavesOf,
  overlaps,
  toLocal,
  type Instant,
  type OccurrenceStatus,
  type SpaceId,
} from "@neuadd/core";
import type { Kysely } from "kysely";
import type { StoreSchema } from "../store/schema.ts";
import type {
  BlockedDate,
  BlockPreview,
  BlockRequest,
  DisplacedOccurrence,
} from "./block-record.ts";
import { blockDates, nothingToBlock } from "./block-dates.ts";
import { blocksInTheWay } from "./blocks-in-the-way.ts";
import { readClaims } from "./read-claims.ts";
import type { SchoolModel } from "./school-definition.ts";
import type { DatedClaim } from "./write-claims.ts";

/**
 * What a block would do now. A date that has begun is blocked from this minute on, or from when an occurrence that is over
 * has been cleared away: what has taken place can't be displaced. Throws as `blockDates` does.
 */
export async function planBlock(
  database: Kysely<StoreSchema>,
  model: SchoolModel,
  request: BlockRequest,
  now: Instant,
): Promise<BlockPreview> {
  const { id: school, zone } = model.school;
  const wanted = blockDates(request, model, now);
  const leaves = leavesOf(model.tree, request.space);
  const claims = await readClaims(database, school, leaves, wanted);
  const occurrences = await occurrencesOf(database, school, claims);
  const over = claims.filter((claim) => (occurrences.get(keyOf(claim))?.end ?? Infinity) <= now);
  const dates = wanted.flatMap((date) => stillToBlock(date, over, zone, now));
  if (dates.length === 0) throw nothingToBlock();
  const inTheWay = claims.filter(
    (claim) => !over.includes(claim) && dates.some((date) => overlaps(date, claim)),
  );
  const displaced = new Map<string, DisplacedOccurrence>();
  for (const claim of inTheWay) {
    const occurrence = occurrences.get(keyOf(claim));
    if (occurrence !== undefined) displaced.set(keyOf(claim), occurrence);
  }
  const blocks = inTheWay.filter(({ kind }) => kind === "block").map(({ owner }) => owner);
  const overlapped = [...new Set(blocks)].sort();
  return {
    dates,
    displaces: [...displaced.values()].toSorted(
      (one, other) => one.start - other.start || (one.booking < other.booking ? -1 : 1),
    ),
    overlaps: overlapped,
    blocksInTheWay: await blocksInTheWay(database, school, overlapped, dates),
  };
}

function keyOf({ owner, date }: DatedClaim): string {
  return `${owner} ${date}`;
}

/** The occurrences behind claims, by the keys of the claims. Those of blocks have none. */
async function occurrencesOf(
  database: Kysely<StoreSchema>,
  school: string,
  claims: readonly DatedClaim[],
): Promise<Map<string, DisplacedOccurrence>> {
  const ofBookings = claims.filter(({ kind }) => kind !== "block");
  if (ofBookings.length === 0) return new Map();
  const rows = await database
    .selectFrom("occurrences")
    .innerJoin("series", (join) =>
      join
        .onRef("series.school_id", "=", "occurrences.school_id")
        .onRef("series.booking_id", "=", "occurrences.booking_id"),
    )
    .select([
      "occurrences.booking_id as booking",
      "series.hirer_id as hirer",
      "series.title as title",
      "occurrences.local_date as date",
      "occurrences.status as status",
      "occurrences.space_id as space",
      "occurrences.start_time as startTime",
      "occurrences.end_time as endTime",
      "occurrences.starts_at as start",
      "occurrences.ends_at as end",
    ])
    .where("occurrences.school_id", "=", school)
    .where("occurrences.booking_id", "in", [...new Set(ofBookings.map(({ owner }) => owner))])
    .where("occurrences.local_date", "in", [...new Set(ofBookings.map(({ date }) => date))])
    .execute();
  return new Map(
    rows.flatMap((row) =>
      isDisplaceable(row) ? [[`${row.booking} ${row.date}`, row] as const] : [],
    ),
  );
}

function isDisplaceable<Row extends { readonly status: OccurrenceStatus; readonly space: SpaceId }>(
  row: Row,
): row is Row & { readonly status: "requested" | "confirmed" } {
  return row.status === "requested" || row.status === "confirmed";
}

function stillToBlock(
  date: BlockedDate,
  over: readonly DatedClaim[],
  zone: string,
  now: Instant,
): BlockedDate[] {
  if (date.start >= now) return [date];
  const thisMinute = now - (now % 60_000);
  const cleared = over.filter((claim) => overlaps(date, claim)).map(({ end }) => end);
  const start = Math.max(date.start, thisMinute, ...cleared);
  if (start >= date.end) return [];
  return [{ ...date, start, startTime: toLocal(start, zone).time }];
}
