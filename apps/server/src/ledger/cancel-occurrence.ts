import { isLive, type LocalDate } from "@neuadd/core";
import { ServerError } from "../server-error.ts";
import type { Services } from "../services.ts";
import type { BookingRecord, OccurrenceRecord } from "./booking-record.ts";
import { checkRevision, ended, saveBooking, withChanges } from "./change-booking.ts";
import { endBooking, type BookingParty } from "./end-booking.ts";
import type { LedgerActor } from "./ledger-actor.ts";
import { inLedger, type Ledger } from "./ledger-transaction.ts";
import { occurrenceReason } from "./occurrence-reason.ts";
import { loadBooking } from "./stored-booking.ts";
import { deleteClaims } from "./write-claims.ts";

export interface CancelOccurrenceOptions {
  /** The revision of the booking that the caller saw. Absent: cancels whatever has changed meanwhile. */
  readonly revision?: number;
  /** What the person who cancels writes; kept with the date, never in the ledger. */
  readonly reason?: string;
  readonly by: BookingParty;
}

/**
 * Cancels one date of a booking, requested or confirmed, which is free from then on. With its last date the booking
 * itself ends: a request is withdrawn by its hirer or declined by the school, an approved booking is cancelled.
 *
 * Throws BOOKING_UNKNOWN, OCCURRENCE_UNKNOWN for a date the booking never had, REVISION_STALE, and TRANSITION_REFUSED for a
 * date that has begun, or that is not to be in any case.
 */
export async function cancelOccurrence(
  services: Services,
  school: string,
  actor: LedgerActor,
  id: string,
  date: LocalDate,
  { revision, reason, by }: CancelOccurrenceOptions,
): Promise<BookingRecord> {
  return inLedger(services, school, actor, async (ledger) => {
    const booking = await loadBooking(ledger.database, school, id);
    if (revision !== undefined) checkRevision(booking, revision);
    const occurrence = cancellableOccurrence(booking, date, ledger);
    const code = by === "hirer" ? "CANCELLED_BY_HIRER" : "CANCELLED_BY_SCHOOL";
    const details = reason === undefined ? {} : { reason };
    const cancelled = ended(occurrence, "cancelled", occurrenceReason(code, details));
    const after = withChanges(booking, ledger, { occurrences: [cancelled] });
    await saveBooking(ledger, after, [cancelled]);
    await deleteClaims(ledger.database, school, id, [date]);
    ledger.emit("occurrence.cancelled", { booking: id, hirer: booking.hirer, date, by });
    return endIfEmpty(ledger, after, by);
  });
}

function cancellableOccurrence(
  { id, occurrences }: BookingRecord,
  date: LocalDate,
  { now }: Ledger,
): OccurrenceRecord {
  const occurrence = occurrences.find((one) => one.date === date);
  if (occurrence === undefined) {
    throw new ServerError("OCCURRENCE_UNKNOWN", {
      cy: `Nid yw ${date} yn un o ddyddiadau archeb "${id}". Darllenwch hi i weld ei dyddiadau.`,
      en: `Booking "${id}" has no date ${date}. Read it to see its dates.`,
    });
  }
  if (!isLive(occurrence.status)) {
    throw new ServerError("TRANSITION_REFUSED", {
      cy: `Statws dyddiad ${date} archeb "${id}" yw "${occurrence.status}": nid oes dim i'w ganslo.`,
      en: `The date ${date} of booking "${id}" is ${occurrence.status}: there is nothing to cancel.`,
    });
  }
  if (occurrence.start <= now) {
    throw new ServerError("TRANSITION_REFUSED", {
      cy: `Mae dyddiad ${date} archeb "${id}" wedi dechrau, ac ni ellir ei ganslo mwyach.`,
      en: `The date ${date} of booking "${id}" has begun, and can't be cancelled any more.`,
    });
  }
  return occurrence;
}

async function endIfEmpty(
  ledger: Ledger,
  booking: BookingRecord,
  by: BookingParty,
): Promise<BookingRecord> {
  if (booking.occurrences.some(({ status }) => isLive(status))) return booking;
  if (booking.status === "approved") return endApproved(ledger, booking, by);
  return endBooking(ledger, booking, by === "hirer" ? "withdraw" : "decline", { by });
}

/** All its dates were cancelled one by one: only the booking itself is left to end. */
async function endApproved(
  ledger: Ledger,
  booking: BookingRecord,
  by: BookingParty,
): Promise<BookingRecord> {
  const cancelled = withChanges(booking, ledger, { status: "cancelled" });
  await saveBooking(ledger, cancelled, []);
  ledger.emit("booking.cancelled", { booking: booking.id, hirer: booking.hirer, dates: [], by });
  return cancelled;
}
