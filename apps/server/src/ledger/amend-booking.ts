import { isLive, plural, type Amendment, type SeriesChange } from "@neuadd/core";
import { ServerError } from "../server-error.ts";
import type { Services } from "../services.ts";
import { amendedRequest } from "./amended-request.ts";
import { amendedOccurrences } from "./amended-occurrences.ts";
import { bookingClaims } from "./booking-claims.ts";
import type { BookingRecord, OccurrenceRecord } from "./booking-record.ts";
import { checkRevision, saveAmendedBooking, withChanges } from "./change-booking.ts";
import { decideAmendment } from "./decide-amendment.ts";
import type { BookingParty } from "./end-booking.ts";
import type { LedgerActor } from "./ledger-actor.ts";
import { inLedger, type Ledger } from "./ledger-transaction.ts";
import { loadBooking } from "./stored-booking.ts";
import { deleteClaims, insertClaims } from "./write-claims.ts";

export interface AmendBookingOptions {
  /** The revision of the booking that the caller saw. */
  readonly revision: number;
  /** The digest of the amendment that the caller was shown. Needed when some dates can't move: they stay where they are. */
  readonly expectedDigest?: string;
  readonly by: BookingParty;
}

/**
 * Changes a booking, and answers what became of each date. Dates that are removed, or moved away from, are kept as
 * `cancelled` (AMENDED); new dates that can't be had as `denied`. A change that changes nothing writes nothing.
 *
 * A school changes what it has approved; dates it moves or adds are confirmed. A hirer changes its own waiting request
 * as it likes, and gives up dates of an approved booking; more of it than that needs the school
 * (docs/decisions/0003-who-may-amend.md).
 *
 * Throws BOOKING_UNKNOWN; REVISION_STALE; TRANSITION_REFUSED for a booking that is neither waiting nor approved, or a
 * change that is the school's to make; DECISION_CHANGED when the amendment is not the one whose digest the caller was
 * shown, and AMENDMENT_NOT_POSSIBLE when dates can't move and the caller was not shown which, both with the amendment as
 * `extensions.amendment`; CoreError as core's `amendSeries` does. Then nothing has been written.
 */
export async function amendBooking(
  services: Services,
  school: string,
  actor: LedgerActor,
  id: string,
  change: SeriesChange,
  options: AmendBookingOptions,
): Promise<{ booking: BookingRecord; amendment: Amendment }> {
  type Answer = { booking: BookingRecord; amendment: Amendment };
  return inLedger<Answer>(services, school, actor, async (ledger, unchanged) => {
    const { database, model, now } = ledger;
    const booking = await loadBooking(database, school, id);
    checkRevision(booking, options.revision);
    checkIsAmendable(booking);
    const amendment = await decideAmendment(services, database, model, booking, change, now);
    checkAmendment(amendment, options);
    checkMayAmend(booking, amendment, change, options.by);
    const request = amendedRequest(booking.request, change);
    const changed = amendedOccurrences(booking, amendment);
    const isSameRequest = JSON.stringify(request) === JSON.stringify(booking.request);
    if (changed.length === 0 && isSameRequest) throw unchanged({ booking, amendment });
    const after = withChanges(booking, ledger, { request, occurrences: changed });
    checkHasDates(after);
    await saveAmendedBooking(ledger, after, changed);
    await moveClaims(ledger, booking, changed);
    ledger.emit("booking.amended", {
      booking: id,
      hirer: booking.hirer,
      by: options.by,
      scope: change.scope,
      changes: changesOf(amendment),
    });
    return { booking: after, amendment };
  });
}

function checkIsAmendable({ id, status }: BookingRecord): void {
  if (status === "requested" || status === "approved") return;
  throw new ServerError("TRANSITION_REFUSED", {
    cy: `Statws archeb "${id}" yw "${status}", ac ni ellir ei newid mwyach. Gofynnwch am un newydd.`,
    en: `Booking "${id}" is ${status}, and can't be changed any more. Ask for a new one.`,
  });
}

function checkAmendment(
  amendment: Amendment,
  { expectedDigest }: Pick<AmendBookingOptions, "expectedDigest">,
): void {
  const extensions = { amendment };
  if (expectedDigest !== undefined && expectedDigest !== amendment.digest) {
    throw new ServerError(
      "DECISION_CHANGED",
      {
        cy: "Ni newidiwyd dim: ni fyddai'r newid yn gwneud yr hyn a ddangoswyd. Edrychwch ar y newid fel y mae'n awr, a gofynnwch eto gyda'i grynodeb digidol (digest).",
        en: "Nothing was changed: the change would not do what was shown. Look at the new amendment, and ask again with its digest.",
      },
      { extensions },
    );
  }
  const { cannotMove } = amendment.summary;
  if (cannotMove > 0 && expectedDigest === undefined) {
    throw new ServerError(
      "AMENDMENT_NOT_POSSIBLE",
      {
        cy: `Ni newidiwyd dim: ni ellir cael ${cannotMove} o'r dyddiadau lle y mae eu heisiau. Edrychwch arnynt; i fynd ymlaen hebddynt, gofynnwch eto gyda chrynodeb digidol (digest) y newid hwn.`,
        en: plural("en", cannotMove, {
          one: "Nothing was changed: 1 date can't be had where it is wanted. Look at it; to go on without it, ask again with the digest of this amendment.",
          other: `Nothing was changed: ${cannotMove} dates can't be had where they are wanted. Look at them; to go on without them, ask again with the digest of this amendment.`,
        }),
      },
      { extensions },
    );
  }
}

/** What the school has agreed to, it agreed to as it was: a hirer may only need less of it. */
function checkMayAmend(
  { id, status, request }: BookingRecord,
  { summary }: Amendment,
  { attendance }: SeriesChange,
  by: BookingParty,
): void {
  if (by === "school" || status === "requested") return;
  const wantsMore = attendance !== undefined && attendance > (request.attendance ?? 0);
  if (summary.moved + summary.new + summary.cannotMove === 0 && !wantsMore) return;
  throw new ServerError("TRANSITION_REFUSED", {
    cy: `Mae archeb "${id}" wedi'i chymeradwyo: caiff ei llogwr roi'r gorau i ddyddiadau, ond dim ond yr ysgol a all symud neu ychwanegu dyddiadau, neu adael mwy o bobl i mewn. Gofynnwch i'r ysgol.`,
    en: `Booking "${id}" is approved: its hirer may give up dates of it, but only the school can move or add dates, or let more people in. Ask the school.`,
  });
}

/** A booking without a date is ended, not changed. */
function checkHasDates({ id, occurrences }: BookingRecord): void {
  if (occurrences.some(({ status }) => isLive(status))) return;
  throw new ServerError("TRANSITION_REFUSED", {
    cy: `Byddai'r newid yn gadael archeb "${id}" heb yr un dyddiad. Tynnwch hi'n ôl neu canslwch hi yn lle hynny.`,
    en: `The change would leave booking "${id}" no date at all. Withdraw or cancel it instead.`,
  });
}

/** Everything that the changed dates held is freed before anything is claimed: dates may have changed places. */
async function moveClaims(
  { database, school, model }: Ledger,
  { id, status }: BookingRecord,
  changed: readonly OccurrenceRecord[],
): Promise<void> {
  const dates = changed.map(({ date }) => date);
  await deleteClaims(database, school, id, dates);
  const { holds } = await database
    .selectFrom("series")
    .select("holds")
    .where("school_id", "=", school)
    .where("booking_id", "=", id)
    .executeTakeFirstOrThrow();
  if (status === "requested" && holds === 0) return;
  const kind = status === "approved" ? "booking" : "request";
  const live = changed.filter((occurrence) => isLive(occurrence.status));
  await insertClaims(database, school, bookingClaims(model.tree, id, kind, live));
}

/** What the ledger says of an amendment: classes, dates and spaces. */
function changesOf({ occurrences }: Amendment): object[] {
  return occurrences
    .filter((occurrence) => occurrence.class !== "unchanged")
    .map(({ class: kind, before, after }) => ({
      class: kind,
      ...(before && { before: before.date }),
      ...(after && { after: after.date, space: after.space }),
    }));
}
