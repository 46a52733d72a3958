import type { Instant, LocalDate, SpaceId } from "@neuadd/core";
import type { Kysely } from "kysely";
import type { StoreSchema } from "../store/schema.ts";

/** An occurrence that is still to take place, or is just taking place: requested or confirmed. */
export interface LiveUse {
  readonly booking: string;
  readonly hirer: string;
  readonly date: LocalDate;
  readonly space: SpaceId;
  readonly status: "requested" | "confirmed";
}

/** All live uses of a school that end after `now`, by date. */
export async function readLiveUses(
  database: Kysely<StoreSchema>,
  school: string,
  now: Instant,
): Promise<LiveUse[]> {
  return await database
    .selectFrom("series")
    .innerJoin("occurrences", (join) =>
      join
        .onRef("occurrences.school_id", "=", "series.school_id")
        .onRef("occurrences.booking_id", "=", "series.booking_id"),
    )
    .select([
      "series.booking_id as booking",
      "series.hirer_id as hirer",
      "occurrences.local_date as date",
      "occurrences.space_id as space",
      "occurrences.status as status",
    ])
    .where("series.school_id", "=", school)
    .where("series.status", "in", ["requested", "approved"])
    .where("series.last_ends_at", ">", now)
    .where("occurrences.status", "in", ["requested", "confirmed"])
    .where("occurrences.ends_at", ">", now)
    .orderBy("occurrences.local_date")
    .orderBy("series.booking_id")
    .$narrowType<{ status: LiveUse["status"] }>()
    .execute();
}
