import { toInstant, type LocalDate, type LocalTime, type SpaceId } from "@neuadd/core";
import type { Services } from "../services.ts";
import type { SchoolState } from "./school-model.ts";
import type { StoredRequest } from "./stored-booking.ts";

/** One date of a booking that may be named to anyone. */
export interface PublicEvent {
  readonly date: LocalDate;
  readonly startTime: LocalTime;
  readonly endTime: LocalTime;
  readonly space: SpaceId;
  readonly title: string;
}

export interface PublicEventFilter {
  readonly from: LocalDate;
  /** Not included. */
  readonly to: LocalDate;
  /** A space with all that lies in it. */
  readonly space?: SpaceId;
}

/** More than this many in one answer help nobody: the first ones are given. */
const EVENT_LIMIT = 1000;

/**
 * What is on at a school: confirmed dates of bookings whose hirers have agreed to have their title shown
 * (`publicTitle`), in order of time. Of who booked, nothing. One query.
 */
export async function readWhatsOn(
  { store }: Services,
  { school, tree }: SchoolState,
  { from, to, space }: PublicEventFilter,
): Promise<PublicEvent[]> {
  let query = store.database
    .selectFrom("series")
    .innerJoin("occurrences", (join) =>
      join
        .onRef("occurrences.school_id", "=", "series.school_id")
        .onRef("occurrences.booking_id", "=", "series.booking_id"),
    )
    .select([
      "occurrences.local_date as date",
      "occurrences.start_time as startTime",
      "occurrences.end_time as endTime",
      "occurrences.space_id as space",
      "series.title as title",
      "series.request as request",
    ])
    .where("series.school_id", "=", school.id)
    .where("series.status", "=", "approved")
    .where("series.last_ends_at", ">", toInstant(from, "00:00", school.zone))
    .where("series.first_starts_at", "<", toInstant(to, "00:00", school.zone))
    // Within a JSON string the quotes would be escaped, so that only the field itself can match.
    .where("series.request", "like", '%"publicTitle":true%')
    .where("occurrences.status", "in", ["confirmed", "completed"])
    .where("occurrences.local_date", ">=", from)
    .where("occurrences.local_date", "<", to);
  if (space !== undefined) query = query.where("occurrences.space_id", "in", within(tree, space));
  const rows = await query
    .orderBy("occurrences.starts_at")
    .orderBy("occurrences.space_id")
    .orderBy("series.booking_id")
    .limit(EVENT_LIMIT)
    .execute();
  return rows.flatMap(({ request, ...event }) =>
    (JSON.parse(request) as StoredRequest).publicTitle === true ? [event] : [],
  );
}

/** A space and all the spaces in it. */
function within(tree: SchoolState["tree"], space: SpaceId): SpaceId[] {
  const children = tree.byId.get(space)?.children ?? [];
  return [space, ...children.flatMap((child) => within(tree, child))];
}
