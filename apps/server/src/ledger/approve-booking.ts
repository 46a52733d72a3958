import { decideAgain, leavesOf, spaceOf, type SeriesDecision } from "@neuadd/core";
import { ServerError } from "../server-error.ts";
import type { Services } from "../services.ts";
import { bookingClaims } from "./booking-claims.ts";
import type { BookingRecord, OccurrenceRecord } from "./booking-record.ts";
import { checkRevision, nextStatus, saveBooking, withChanges } from "./change-booking.ts";
import type { LedgerActor } from "./ledger-actor.ts";
import { inLedger, type Ledger } from "./ledger-transaction.ts";
import { readClaims } from "./read-claims.ts";
import { loadBooking, seriesOf, withWarnings } from "./stored-booking.ts";
import { deleteClaims, insertClaims } from "./write-claims.ts";

/**
 * Approves a request: decides every waiting date again as things are now, and confirms them all.
 *
 * Dates that have begun while the request waited can't be confirmed and don't keep the school from approving the rest:
 * they are kept as `denied` with IN_THE_PAST. If any other date has gone, or none is left, nothing is written.
 *
 * Throws BOOKING_UNKNOWN; REVISION_STALE unless the booking is at the revision given; TRANSITION_REFUSED unless it
 * waits; SERIES_NOT_BOOKABLE with the decision as `extensions.decision`.
 */
export async function approveBooking(
  services: Services,
  school: string,
  actor: LedgerActor,
  id: string,
  { revision }: { readonly revision: number },
): Promise<BookingRecord> {
  return inLedger(services, school, actor, async (ledger) => {
    const booking = await loadBooking(ledger.database, school, id);
    checkRevision(booking, revision);
    const status = nextStatus(booking, "approve");
    const decision = await decideBookingAgain(services, ledger, booking);
    const occurrences = answeredOccurrences(booking, decision);
    const approved = withChanges(booking, ledger, { status, occurrences });
    await saveBooking(ledger, approved, occurrences);
    await confirmClaims(ledger, id, occurrences);
    const confirmed = occurrences.filter((occurrence) => occurrence.status === "confirmed");
    ledger.emit("booking.approved", {
      booking: id,
      hirer: booking.hirer,
      dates: confirmed.map(({ date }) => date),
    });
    for (const occurrence of occurrences) {
      if (occurrence.status !== "denied") continue;
      const codes = occurrence.denials.map(({ code }) => code);
      const { hirer } = booking;
      ledger.emit("occurrence.denied", { booking: id, hirer, date: occurrence.date, codes });
    }
    return approved;
  });
}

async function decideBookingAgain(
  services: Services,
  { database, model, school, now }: Ledger,
  booking: BookingRecord,
): Promise<SeriesDecision> {
  const { tree, calendar } = model;
  const { id, request } = booking;
  const rules = await services.rules({ database, model, request, booking: id, now });
  const waiting = booking.occurrences.filter(
    // One that is over may have been in a space that is gone.
    ({ status, space }) => status === "requested" && tree.byId.has(space),
  );
  const leaves = waiting.flatMap(({ space }) => leavesOf(tree, space));
  const windows = waiting.map(({ space, start, end }) => ({
    start,
    end: end + spaceOf(tree, space).terms.turnaroundMinutes * 60_000,
  }));
  const claims = await readClaims(database, school, [...new Set(leaves)], windows);
  const facts = { now, zone: model.school.zone, tree, calendar, rules, claims };
  return decideAgain(seriesOf(booking), facts, request);
}

/** Every waiting date, confirmed, or denied if it has begun. Throws SERIES_NOT_BOOKABLE. */
function answeredOccurrences(
  { id, occurrences }: BookingRecord,
  decision: SeriesDecision,
): OccurrenceRecord[] {
  const decided = new Map(decision.occurrences.map((one) => [one.date, one]));
  const answered = occurrences.flatMap((occurrence): OccurrenceRecord[] => {
    const again = decided.get(occurrence.date);
    if (again === undefined) return [];
    const warned = withWarnings(occurrence, again.warnings);
    if (again.verdict === "bookable") return [{ ...warned, status: "confirmed", denials: [] }];
    const isOver = again.denials.some(({ code }) => code === "IN_THE_PAST");
    return isOver ? [{ ...warned, status: "denied", denials: again.denials }] : [];
  });
  const hasConfirmed = answered.some(({ status }) => status === "confirmed");
  if (hasConfirmed && answered.length === decided.size) return answered;
  const { denied } = decision.summary;
  throw new ServerError(
    "SERIES_NOT_BOOKABLE",
    {
      cy: `Ni newidiwyd dim: ni ellir cymeradwyo archeb "${id}", oherwydd ni ellir cael ${denied} o'i ${decided.size} dyddiad sy'n aros mwyach. Canslwch neu symudwch y dyddiadau hynny, neu gwrthodwch y cais.`,
      en: `Nothing was changed: booking "${id}" can't be approved, since ${denied} of its ${decided.size} waiting dates can't be had any more. Cancel or move those dates, or decline the request.`,
    },
    { extensions: { decision } },
  );
}

/** What the request held, if it held anything, gives way to what the booking holds. */
async function confirmClaims(
  { database, school, model }: Ledger,
  id: string,
  occurrences: readonly OccurrenceRecord[],
): Promise<void> {
  const dates = occurrences.map(({ date }) => date);
  const confirmed = occurrences.filter(({ status }) => status === "confirmed");
  await deleteClaims(database, school, id, dates);
  await insertClaims(database, school, bookingClaims(model.tree, id, "booking", confirmed));
}
