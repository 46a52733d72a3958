import type { LocalDate, OccurrenceStatus } from "@neuadd/core";
import type { BookingRecord } from "./booking-record.ts";

/** The dates of a booking that have the status, in order. */
export function datesOf({ occurrences }: BookingRecord, status: OccurrenceStatus): LocalDate[] {
  return occurrences.filter((occurrence) => occurrence.status === status).map(({ date }) => date);
}
