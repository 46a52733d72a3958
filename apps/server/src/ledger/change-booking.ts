import {
  CoreError,
  seriesTransition,
  type OccurrenceStatus,
  type SeriesAction,
  type SeriesStatus,
} from "@neuadd/core";
import { ServerError } from "../server-error.ts";
import type { BookingRecord, OccurrenceRecord } from "./booking-record.ts";
import type { Ledger } from "./ledger-transaction.ts";
import { storedRequest } from "./stored-booking.ts";
import { writeOccurrences } from "./write-occurrences.ts";

/** Throws REVISION_STALE unless the booking is as the caller saw it. */
export function checkRevision({ id, revision }: BookingRecord, seen: number): void {
  if (revision === seen) return;
  throw new ServerError(
    "REVISION_STALE",
    {
      cy: `Mae archeb "${id}" wedi newid ers i chi ei darllen: mae ar adolygiad ${revision}, nid ${seen}. Darllenwch hi eto.`,
      en: `Booking "${id}" has changed since you read it: it is at revision ${revision}, not ${seen}. Read it again.`,
    },
    { extensions: { revision } },
  );
}

/** The status of a booking after an action. Throws TRANSITION_REFUSED. */
export function nextStatus({ id, status }: BookingRecord, action: SeriesAction): SeriesStatus {
  try {
    return seriesTransition(status, action);
  } catch (error) {
    if (!(error instanceof CoreError)) throw error;
    const { cy, en } = error.sentence;
    const sentence = { cy: `Archeb "${id}": ${cy}`, en: `Booking "${id}": ${en}` };
    throw new ServerError("TRANSITION_REFUSED", sentence, { cause: error });
  }
}

/** The booking with the occurrences given in the place of those of the same date, at the ledger's revision. */
export function withChanges(
  booking: BookingRecord,
  { revision }: Ledger,
  change: {
    readonly status?: SeriesStatus;
    readonly reason?: string | undefined;
    readonly request?: BookingRecord["request"];
    readonly occurrences?: readonly OccurrenceRecord[];
  },
): BookingRecord {
  const byDate = new Map(booking.occurrences.map((occurrence) => [occurrence.date, occurrence]));
  for (const occurrence of change.occurrences ?? []) byDate.set(occurrence.date, occurrence);
  const reason = change.reason ?? booking.reason;
  return {
    ...booking,
    status: change.status ?? booking.status,
    request: change.request ?? booking.request,
    occurrences: [...byDate.values()].toSorted((one, other) => (one.date < other.date ? -1 : 1)),
    ...(reason !== undefined && { reason }),
    revision,
  };
}

/** Stores a booking that has changed, with those of its dates that have. */
export async function saveBooking(
  { database, school }: Ledger,
  booking: BookingRecord,
  changed: readonly OccurrenceRecord[],
): Promise<void> {
  await database
    .updateTable("series")
    .set({
      status: booking.status,
      reason: booking.reason ?? null,
      revision: booking.revision,
    })
    .where("school_id", "=", school)
    .where("booking_id", "=", booking.id)
    .execute();
  await writeOccurrences(database, school, booking.id, changed);
}

/** Stores a booking whose request has changed too, or which has new dates. */
export async function saveAmendedBooking(
  ledger: Ledger,
  booking: BookingRecord,
  changed: readonly OccurrenceRecord[],
): Promise<void> {
  await saveBooking(ledger, booking, changed);
  await ledger.database
    .updateTable("series")
    .set({
      space_id: booking.request.space,
      request: JSON.stringify(storedRequest(booking.request)),
      first_starts_at: Math.min(...booking.occurrences.map(({ start }) => start)),
      last_ends_at: Math.max(...booking.occurrences.map(({ end }) => end)),
    })
    .where("school_id", "=", ledger.school)
    .where("booking_id", "=", booking.id)
    .execute();
}

/** An occurrence that is no longer to be, with the reason. */
export function ended(
  occurrence: OccurrenceRecord,
  status: Extract<OccurrenceStatus, "cancelled" | "denied" | "displaced">,
  reason: OccurrenceRecord["denials"][number],
): OccurrenceRecord {
  return { ...occurrence, status, denials: [reason] };
}
