import type { Bilingual } from "@neuadd/core";
import type { Kysely, Selectable } from "kysely";
import type { BlockRow, StoreSchema } from "../store/schema.ts";
import type { BlockedDate, BlockRecord, DisplacedOccurrence } from "./block-record.ts";

/** What is stored of a displaced occurrence: whose it was is read from the booking. */
export type StoredDisplaced = Omit<DisplacedOccurrence, "hirer" | "title">;

export function storedDisplaced({
  hirer: _hirer,
  title: _title,
  ...rest
}: DisplacedOccurrence): StoredDisplaced {
  return rest;
}

/** The records of blocks of one school, in their order. One query for the bookings that they displaced. */
export async function blockRecords(
  database: Kysely<StoreSchema>,
  school: string,
  rows: readonly Selectable<BlockRow>[],
): Promise<BlockRecord[]> {
  const displaced = rows.map((row) => JSON.parse(row.displaced) as StoredDisplaced[]);
  const bookings = await readOwners(database, school, [
    ...new Set(displaced.flat().map(({ booking }) => booking)),
  ]);
  return rows.map((row, index) => ({
    id: row.block_id,
    space: row.space_id,
    kind: row.kind,
    ...(row.reason !== null && { reason: JSON.parse(row.reason) as Bilingual }),
    dates: JSON.parse(row.dates) as BlockedDate[],
    displaced: (displaced[index] ?? []).flatMap((occurrence) => {
      const owner = bookings.get(occurrence.booking);
      return owner === undefined ? [] : [{ ...occurrence, ...owner }];
    }),
    createdAt: row.created_at,
    createdBy: row.created_by,
    ...(row.removed_at !== null && { removedAt: row.removed_at }),
    revision: row.revision,
  }));
}

async function readOwners(
  database: Kysely<StoreSchema>,
  school: string,
  bookings: readonly string[],
): Promise<Map<string, Pick<DisplacedOccurrence, "hirer" | "title">>> {
  if (bookings.length === 0) return new Map();
  const rows = await database
    .selectFrom("series")
    .select(["booking_id", "hirer_id", "title"])
    .where("school_id", "=", school)
    .where("booking_id", "in", bookings)
    .execute();
  return new Map(
    rows.map(({ booking_id, hirer_id, title }) => [booking_id, { hirer: hirer_id, title }]),
  );
}
