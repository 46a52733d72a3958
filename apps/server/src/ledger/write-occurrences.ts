import type { CompiledQuery, Kysely } from "kysely";
import { insertions } from "../store/insertions.ts";
import { runTogether } from "../store/run-together.ts";
import type { StoreSchema } from "../store/schema.ts";
import type { OccurrenceRecord } from "./booking-record.ts";
import { storedFindings } from "./stored-booking.ts";

/** Writes dates of a booking: new ones are added, those that are there are replaced. */
export async function writeOccurrences(
  database: Kysely<StoreSchema>,
  school: string,
  booking: string,
  occurrences: readonly OccurrenceRecord[],
): Promise<void> {
  await runTogether(database, occurrenceWrites(database, school, booking, occurrences));
}

/** The statements that write them. */
export function occurrenceWrites(
  database: Kysely<StoreSchema>,
  school: string,
  booking: string,
  occurrences: readonly OccurrenceRecord[],
): CompiledQuery[] {
  const rows = occurrences.map((occurrence) => ({
    school_id: school,
    booking_id: booking,
    local_date: occurrence.date,
    space_id: occurrence.space,
    start_time: occurrence.startTime,
    end_time: occurrence.endTime,
    starts_at: occurrence.start,
    ends_at: occurrence.end,
    status: occurrence.status,
    denials: storedFindings(occurrence),
  }));
  return insertions(database, "occurrences", rows, (batch) =>
    database
      .insertInto("occurrences")
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(["school_id", "booking_id", "local_date"]).doUpdateSet((expression) => ({
          space_id: expression.ref("excluded.space_id"),
          start_time: expression.ref("excluded.start_time"),
          end_time: expression.ref("excluded.end_time"),
          starts_at: expression.ref("excluded.starts_at"),
          ends_at: expression.ref("excluded.ends_at"),
          status: expression.ref("excluded.status"),
          denials: expression.ref("excluded.denials"),
        })),
      ),
  );
}
