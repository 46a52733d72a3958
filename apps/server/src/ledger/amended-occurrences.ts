import type { Amendment, LocalDate, Placement } from "@neuadd/core";
import type { BookingRecord, OccurrenceRecord } from "./booking-record.ts";
import { ended } from "./change-booking.ts";
import { withWarnings } from "./stored-booking.ts";
import { occurrenceReason } from "./occurrence-reason.ts";

/** The dates of a booking that an amendment changes, as they are to be stored: one for each local date. */
export function amendedOccurrences(
  { status, occurrences }: BookingRecord,
  amendment: Amendment,
): OccurrenceRecord[] {
  const liveStatus = status === "approved" ? "confirmed" : "requested";
  const current = new Map(occurrences.map((occurrence) => [occurrence.date, occurrence]));
  const changed = new Map<LocalDate, OccurrenceRecord>();
  // First what goes, so that a date may be given up by one occurrence and taken by another.
  for (const { class: kind, before, after } of amendment.occurrences) {
    const occurrence = before && current.get(before.date);
    if (occurrence === undefined || (kind !== "removed" && kind !== "moved")) continue;
    const movedTo = kind === "moved" ? after?.date : undefined;
    const details = movedTo === undefined ? {} : { movedTo };
    changed.set(
      occurrence.date,
      ended(occurrence, "cancelled", occurrenceReason("AMENDED", details)),
    );
  }
  for (const { class: kind, before, after, denials, warnings } of amendment.occurrences) {
    if (after === undefined) continue;
    if (kind === "moved" || kind === "new") {
      changed.set(
        after.date,
        withWarnings({ ...placed(after), status: liveStatus, denials: [] }, warnings),
      );
    } else if (kind === "cannotMove" && before === undefined && !isTaken(after.date)) {
      changed.set(
        after.date,
        withWarnings({ ...placed(after), status: "denied", denials }, warnings),
      );
    }
  }
  return [...changed.values()];

  /** A new date that can't be had is kept to be seen, unless the booking has something to say of that day already. */
  function isTaken(date: LocalDate): boolean {
    return current.has(date) || changed.has(date);
  }
}

function placed({
  date,
  space,
  startTime,
  endTime,
  start,
  end,
}: Placement & { readonly date: LocalDate }): Placement & { readonly date: LocalDate } {
  return { date, space, startTime, endTime, start, end };
}
