import { toInstant, type LocalDate, type SeriesStatus, type SpaceId } from "@neuadd/core";
import type { Services } from "../services.ts";
import type { BookingRecord } from "./booking-record.ts";
import { readCursor, writeCursor } from "./page-cursor.ts";
import type { Page } from "./page.ts";
import { readSchool } from "./school-model.ts";
import { withOccurrences } from "./stored-booking.ts";

export interface BookingFilter {
  readonly hirer?: string;
  readonly status?: SeriesStatus;
  /** The space that was asked for. */
  readonly space?: SpaceId;
  /** Bookings that end after this date begins. */
  readonly from?: LocalDate;
  /** Bookings that start before this date begins: exclusive. */
  readonly to?: LocalDate;
  /** `next` of the page before. */
  readonly after?: string;
  /** How many at most; at least 1. */
  readonly limit: number;
}

/**
 * The bookings of a school that meet every condition given, the newest first. New bookings never shift the pages that
 * follow. Throws SCHOOL_UNKNOWN, QUERY_INVALID for a cursor that is none, and LOCAL_DATE_INVALID.
 */
export async function listBookings(
  services: Services,
  school: string,
  filter: BookingFilter,
): Promise<Page<BookingRecord>> {
  const { hirer, status, space, from, to, after, limit } = filter;
  const { zone } = (await readSchool(services, school)).school;
  const { database } = services.store;
  let query = database.selectFrom("series").selectAll().where("school_id", "=", school);
  if (hirer !== undefined) query = query.where("hirer_id", "=", hirer);
  if (status !== undefined) query = query.where("status", "=", status);
  if (space !== undefined) query = query.where("space_id", "=", space);
  if (from !== undefined) query = query.where("last_ends_at", ">", midnight(from, zone));
  if (to !== undefined) query = query.where("first_starts_at", "<", midnight(to, zone));
  if (after !== undefined) query = query.where("booking_id", "<", readCursor(after));
  const rows = await query
    .orderBy("booking_id", "desc")
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const items = await withOccurrences(database, school, page);
  const last = page.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { items, ...(hasMore && { next: writeCursor(last.booking_id) }) };
}

function midnight(date: LocalDate, zone: string): number {
  return toInstant(date, "00:00", zone);
}
