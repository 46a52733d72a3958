import { isLive, type OccurrenceStatus, type SeriesAction } from "@neuadd/core";
import type { LedgerEventType } from "@neuadd/plugin-kit";
import { ServerError } from "../server-error.ts";
import type { Services } from "../services.ts";
import type { BookingRecord, OccurrenceRecord, OccurrenceReasonCode } from "./booking-record.ts";
import { checkRevision, ended, nextStatus, saveBooking, withChanges } from "./change-booking.ts";
import type { LedgerActor } from "./ledger-actor.ts";
import { inLedger, type Ledger } from "./ledger-transaction.ts";
import { occurrenceReason } from "./occurrence-reason.ts";
import { loadBooking } from "./stored-booking.ts";
import { deleteClaims } from "./write-claims.ts";

/** Who ends a booking, or one date of it. */
export type BookingParty = "hirer" | "school";

export interface EndBookingOptions {
  /** The revision of the booking that the caller saw. */
  readonly revision: number;
  /** What the person who ends it writes; kept with the booking, never in the ledger. */
  readonly reason?: string;
  readonly by: BookingParty;
}

/**
 * The school declines a request: its dates are kept as `denied` (DECLINED), and hold nothing any more.
 * Throws BOOKING_UNKNOWN; REVISION_STALE unless the booking is at the revision given; TRANSITION_REFUSED unless it waits.
 */
export async function declineBooking(
  services: Services,
  school: string,
  actor: LedgerActor,
  id: string,
  options: EndBookingOptions,
): Promise<BookingRecord> {
  return inLedger(services, school, actor, endingUnchanged(id, "decline", options));
}

/** The hirer withdraws a request: as `declineBooking`, its dates `cancelled` (WITHDRAWN). */
export async function withdrawBooking(
  services: Services,
  school: string,
  actor: LedgerActor,
  id: string,
  options: EndBookingOptions,
): Promise<BookingRecord> {
  return inLedger(services, school, actor, endingUnchanged(id, "withdraw", options));
}

/**
 * Cancels an approved booking from now on: confirmed dates that have not begun are `cancelled`, with who did it, and
 * are free. What has begun stays as it was, as its history. Throws as `declineBooking` does, and TRANSITION_REFUSED as well
 * when no date is left to cancel.
 */
export async function cancelBooking(
  services: Services,
  school: string,
  actor: LedgerActor,
  id: string,
  options: EndBookingOptions,
): Promise<BookingRecord> {
  return inLedger(services, school, actor, endingUnchanged(id, "cancel", options));
}

/** Loads a booking that is as the caller saw it, and ends it. */
function endingUnchanged(
  id: string,
  action: EndingAction,
  options: EndBookingOptions,
): (ledger: Ledger) => Promise<BookingRecord> {
  return async (ledger) => {
    const booking = await loadBooking(ledger.database, ledger.school, id);
    checkRevision(booking, options.revision);
    return endBooking(ledger, booking, action, options);
  };
}

type EndingAction = Exclude<SeriesAction, "approve">;

/** Ends a booking that has been loaded in the ledger's transaction: status, dates, claims and event. */
export async function endBooking(
  ledger: Ledger,
  booking: BookingRecord,
  action: EndingAction,
  { reason, by }: Pick<EndBookingOptions, "reason" | "by">,
): Promise<BookingRecord> {
  const status = nextStatus(booking, action);
  const live = booking.occurrences.filter(
    (occurrence) =>
      isLive(occurrence.status) && (action !== "cancel" || occurrence.start > ledger.now),
  );
  if (action === "cancel" && live.length === 0) {
    throw new ServerError("TRANSITION_REFUSED", {
      cy: `Nid oes gan archeb "${booking.id}" ddyddiad i ddod: nid oes dim ar ôl i'w ganslo.`,
      en: `Booking "${booking.id}" has no date to come: there is nothing left to cancel.`,
    });
  }
  const { event, occurrenceStatus } = ENDINGS[action];
  const why = occurrenceReason(reasonCode(action, by), {});
  const changed = live.map((occurrence): OccurrenceRecord =>
    ended(occurrence, occurrenceStatus, why),
  );
  const after = withChanges(booking, ledger, { status, reason, occurrences: changed });
  await saveBooking(ledger, after, changed);
  const dates = changed.map(({ date }) => date);
  await deleteClaims(ledger.database, ledger.school, booking.id, dates);
  const { id, hirer } = booking;
  ledger.emit(event, { booking: id, hirer, dates, ...(action === "cancel" && { by }) });
  return after;
}

const ENDINGS: Readonly<
  Record<
    EndingAction,
    {
      readonly event: LedgerEventType;
      readonly occurrenceStatus: Extract<OccurrenceStatus, "cancelled" | "denied">;
    }
  >
> = {
  decline: { event: "booking.declined", occurrenceStatus: "denied" },
  withdraw: { event: "booking.withdrawn", occurrenceStatus: "cancelled" },
  expire: { event: "booking.expired", occurrenceStatus: "cancelled" },
  cancel: { event: "booking.cancelled", occurrenceStatus: "cancelled" },
};

function reasonCode(
  action: EndingAction,
  by: BookingParty,
): Extract<
  OccurrenceReasonCode,
  "DECLINED" | "WITHDRAWN" | "EXPIRED" | "CANCELLED_BY_HIRER" | "CANCELLED_BY_SCHOOL"
> {
  if (action === "decline") return "DECLINED";
  if (action === "withdraw") return "WITHDRAWN";
  if (action === "expire") return "EXPIRED";
  return by === "hirer" ? "CANCELLED_BY_HIRER" : "CANCELLED_BY_SCHOOL";
}
