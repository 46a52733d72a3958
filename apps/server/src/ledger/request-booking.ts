import type { SeriesDecision } from "@neuadd/core";
import { requestedDates } from "@neuadd/plugin-kit/host";
import { holdHirer } from "../hirers/hold-hirer.ts";
import { rememberHirer } from "../hirers/remember-hirer.ts";
import { ServerError } from "../server-error.ts";
import type { Services } from "../services.ts";
import { bookingClaims } from "./booking-claims.ts";
import type { BookingRecord, BookingRequest } from "./booking-record.ts";
import { datesOf } from "./dates-of.ts";
import { decideRequest } from "./decide-request.ts";
import type { LedgerActor } from "./ledger-actor.ts";
import { insertions } from "../store/insertions.ts";
import type { SeriesRow } from "../store/schema.ts";
import { inLedger, type Ledger } from "./ledger-transaction.ts";
import { storedRequest } from "./stored-booking.ts";
import { claimInsertions } from "./write-claims.ts";
import { occurrenceWrites } from "./write-occurrences.ts";

/**
 * Asks for a booking: decides, and if the series is accepted stores every date, with the reasons of those that are
 * excluded or denied. Its bookable dates wait for approval, and unless the school has it otherwise (`requestsHold`) keep
 * their time from others. The school knows the hirer from then on.
 *
 * Throws HIRER_UNKNOWN; DECISION_CHANGED when the decision is not the one whose digest the caller was shown, and
 * SERIES_NOT_BOOKABLE when the series is not accepted, both with the decision as `extensions.decision`; and what core's
 * `decideSeries` throws for a request that contradicts itself. Then nothing has been written.
 */
export async function requestBooking(
  services: Services,
  school: string,
  actor: LedgerActor,
  request: BookingRequest,
): Promise<{ booking: BookingRecord; decision: SeriesDecision }> {
  const id = services.newId("bok");
  return inLedger(services, school, actor, async (ledger) => {
    const { database, model, now } = ledger;
    const decision = await decideRequest(services, database, model, request, now);
    checkDecision(request, decision);
    await holdHirer({ engine: services.store.engine, database }, request.hirer);
    const booking = newBooking(id, ledger, request, decision);
    insertBooking(ledger, booking);
    ledger.emit("booking.requested", {
      booking: booking.id,
      hirer: booking.hirer,
      space: request.space,
      dates: datesOf(booking, "requested"),
    });
    return { booking, decision };
  });
}

function checkDecision({ expectedDigest }: BookingRequest, decision: SeriesDecision): void {
  const extensions = { decision };
  if (expectedDigest !== undefined && expectedDigest !== decision.digest) {
    throw new ServerError(
      "DECISION_CHANGED",
      {
        cy: "Ni newidiwyd dim: ni fyddai'r gyfres yn cael yr hyn a ddangoswyd. Edrychwch ar y penderfyniad newydd, a gofynnwch eto gyda'i grynodeb digidol (digest).",
        en: "Nothing was changed: the series would not get what was shown. Look at the new decision, and ask again with its digest.",
      },
      { extensions },
    );
  }
  if (!decision.accepted) {
    const why = decision.notes.map(({ message }) => message);
    throw new ServerError(
      "SERIES_NOT_BOOKABLE",
      {
        cy: `Ni newidiwyd dim: ni ellir archebu'r gyfres fel y gofynnwyd amdani. ${why.map(({ cy }) => cy).join(" ")}`,
        en: `Nothing was changed: the series can't be booked as asked. ${why.map(({ en }) => en).join(" ")}`,
      },
      { extensions },
    );
  }
}

function newBooking(
  id: string,
  { school, now, revision }: Ledger,
  request: BookingRequest,
  decision: SeriesDecision,
): BookingRecord {
  return {
    id,
    school,
    hirer: request.hirer,
    status: "requested",
    title: request.title,
    request: withoutDigest(request),
    occurrences: requestedDates(decision),
    requestedAt: now,
    revision,
  };
}

/** Writes every date, and makes the school know the hirer. */
function insertBooking(ledger: Ledger, booking: BookingRecord): void {
  const { database, school, model, actor, revision, now } = ledger;
  const holds = model.school.requestsHold ?? true;
  const requested = booking.occurrences.filter(({ status }) => status === "requested");
  const series: SeriesRow = {
    school_id: school,
    booking_id: booking.id,
    hirer_id: booking.hirer,
    space_id: booking.request.space,
    status: booking.status,
    title: booking.title,
    activity: booking.request.activity,
    holds: holds ? 1 : 0,
    request: JSON.stringify(storedRequest(booking.request)),
    first_starts_at: Math.min(...booking.occurrences.map(({ start }) => start)),
    last_ends_at: Math.max(...booking.occurrences.map(({ end }) => end)),
    requested_at: now,
    requested_by: actor,
    revision,
    reason: null,
  };
  const claims = holds ? bookingClaims(model.tree, booking.id, "request", requested) : [];
  ledger.writeLast([
    rememberHirer(database, school, booking.hirer),
    ...insertions(database, "series", [series], (rows) =>
      database.insertInto("series").values(rows),
    ),
    ...occurrenceWrites(database, school, booking.id, booking.occurrences),
    ...claimInsertions(database, school, claims),
  ]);
}

function withoutDigest({ expectedDigest: _digest, ...request }: BookingRequest): BookingRequest {
  return request;
}
