import type { AmendedOccurrence, Amendment, SeriesChange } from "@neuadd/core";
import { amendBooking } from "../../src/ledger/amend-booking.ts";
import type { BookingRecord } from "../../src/ledger/booking-record.ts";
import { previewAmendment } from "../../src/ledger/preview-amendment.ts";
import { seenRevision } from "./booking-commands.ts";
import { drawDate, drawTimes } from "./drawn-request.ts";
import { liveDates, whyNot, type ModelBooking, type ModelSchool } from "./model-school.ts";
import { instantOf } from "./naive-calendar.ts";
import {
  expectOutcome,
  expectSame,
  expectThat,
  type Outcome,
  type SimulatedCommand,
} from "./simulated-command.ts";
import { SPACE_IDS } from "./simulated-premises.ts";
import { takeRecord } from "./take-record.ts";
import type { World } from "./world.ts";

type Answer = { readonly booking: BookingRecord; readonly amendment: Amendment };

export function amendCommand(
  world: World,
  school: ModelSchool,
  booking: ModelBooking,
): SimulatedCommand<Answer> {
  const { services, random } = world;
  const change = drawChange(world, booking);
  const revision = seenRevision(world, booking);
  const by = random.pick(["hirer", "school"] as const);
  const hasSeenIt = random.chance(0.6);
  let plan: Amendment | undefined;
  return {
    text: `amend ${booking.id} at ${revision} by ${by} with ${JSON.stringify(change)}`,
    isOneTransaction: true,
    async call() {
      plan = await previewAmendment(services, school.id, booking.id, change);
      const options = { revision, by, ...(hasSeenIt && { expectedDigest: plan.digest }) };
      return amendBooking(services, school.id, "key:key_s", booking.id, change, options);
    },
    judge(outcome) {
      const now = services.clock.now();
      if (plan === undefined) return judgeContradiction(outcome, school, booking, change, now);
      checkAmendment(school, booking, change, plan, now);
      const after = amendedDates(booking, plan);
      const isEmpty = liveDates({ ...booking, dates: after }).length === 0;
      const { moved, new: added, cannotMove } = plan.summary;
      const isTooMuch = by === "hirer" && moved + added + cannotMove > 0;
      const expected =
        revision !== booking.revision
          ? ["REVISION_STALE"]
          : booking.status !== "requested" && booking.status !== "approved"
            ? ["TRANSITION_REFUSED"]
            : !hasSeenIt && cannotMove > 0
              ? ["AMENDMENT_NOT_POSSIBLE"]
              : booking.status === "approved" && isTooMuch
                ? ["TRANSITION_REFUSED"]
                : [];
      // A booking that keeps no date is refused, unless nothing at all would change.
      const refusals = expected.length === 0 && isEmpty ? ["TRANSITION_REFUSED"] : expected;
      if (isEmpty && expected.length === 0 && outcome.kind === "done") {
        return expectSame("revision", outcome.answer.booking.revision, booking.revision);
      }
      const answer = expectOutcome(outcome, refusals);
      if (answer === undefined) return;
      expectSame("amendment", answer.amendment.digest, plan.digest);
      if (answer.booking.revision === booking.revision) {
        return expectSame("unchanged", [...booking.dates], [...after]);
      }
      for (const [date, changed] of after) booking.dates.set(date, changed);
      takeRecord(school, booking, answer.booking, booking.status);
    },
  };
}

function drawChange(world: World, booking: ModelBooking): SeriesChange {
  const { random } = world;
  const date = random.pick([...booking.dates.keys()]);
  const place = {
    ...(random.chance(0.4) && { space: random.pick(SPACE_IDS) }),
    ...(random.chance(0.5) && drawTimes(world)),
  };
  const scope = random.pick(["this", "thisAndFollowing", "all"] as const);
  if (scope === "this") {
    return { scope, date, ...place, ...(random.chance(0.5) && { newDate: drawDate(world) }) };
  }
  const rule = random.pick(["FREQ=WEEKLY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;BYDAY=MO,WE"]);
  const first = random.chance(0.5) ? { first: scope === "all" ? drawDate(world) : date } : {};
  const recurrence = { rule, count: random.integer(1, 8), ...first };
  return {
    scope,
    ...(scope === "thisAndFollowing" && { date }),
    ...place,
    ...(random.chance(0.4) && { recurrence }),
  };
}

/** The change could not even be planned: its space is gone, its date is none to come, or nothing was asked for. */
function judgeContradiction(
  outcome: Outcome<Answer>,
  school: ModelSchool,
  booking: ModelBooking,
  { scope, date = "", space, recurrence }: SeriesChange,
  now: number,
): void {
  const isGone = !school.variant.isDivided && /court-[12]$/.test(space ?? "");
  const isToCome = liveDates(booking).some(
    (one) => instantOf(one.date, one.startTime) >= now && (scope !== "this" || one.date === date),
  );
  if (isGone) return void expectOutcome(outcome, ["SPACE_UNKNOWN"]);
  const isWrongByItself = scope === "this" ? !isToCome : !isToCome && recurrence !== undefined;
  const code = outcome.kind === "refused" ? outcome.code : "an answer";
  // What else contradicts itself is core's to say.
  expectThat(isWrongByItself || code === "REQUEST_INVALID", `without a plan: ${code}`);
}

/** Every date in the class that the model puts it in. */
function checkAmendment(
  school: ModelSchool,
  booking: ModelBooking,
  change: SeriesChange,
  plan: Amendment,
  now: number,
): void {
  const asking = {
    now,
    attendance: change.attendance ?? booking.attendance,
    isNew: true,
    except: booking.id,
  };
  const kept = keptDates(booking, plan.occurrences);
  for (const { class: kind, before, after } of plan.occurrences) {
    if (before !== undefined) {
      const { date, space, startTime, endTime } = before;
      const known = booking.dates.get(date);
      expectThat(known !== undefined && liveDates(booking).includes(known), `${date} is not live`);
      const model = [known.space, known.startTime, known.endTime];
      expectSame(`where ${date} was`, [space, startTime, endTime], model);
    }
    if (after === undefined || kind === "unchanged") continue;
    const { date, space, startTime, endTime } = after;
    const reasons = whyNot(school, { date, space, startTime, endTime }, asking);
    const isDouble = kept.filter((one) => one === date).length > (before?.date === date ? 1 : 0);
    if (kind === "cannotMove") {
      expectThat(reasons.length > 0 || isDouble, `${date} can't be had, and could be`);
    } else {
      expectSame(`what is against ${date}`, reasons, []);
    }
  }
  const live = [...amendedDates(booking, plan).values()].map(({ date }) => date);
  expectSame("dates, each once", live.length, new Set(live).size);
}

/** Days on which the booking stays where it is, or goes to: one of each at most. */
function keptDates(booking: ModelBooking, occurrences: readonly AmendedOccurrence[]): string[] {
  const listed = new Set(occurrences.flatMap(({ before }) => (before ? [before.date] : [])));
  const untouched = liveDates(booking).filter(({ date }) => !listed.has(date));
  const placed = occurrences.flatMap(({ class: kind, before, after }) => {
    if (kind === "removed") return [];
    const place = kind === "cannotMove" ? before : after;
    return place === undefined ? [] : [place.date];
  });
  return [...untouched.map(({ date }) => date), ...placed];
}

/** The dates of the booking once the amendment is made. */
function amendedDates(booking: ModelBooking, plan: Amendment): ModelBooking["dates"] {
  const dates = new Map(booking.dates);
  const status = booking.status === "approved" ? "confirmed" : "requested";
  for (const { class: kind, before } of plan.occurrences) {
    const known = before && dates.get(before.date);
    if (known === undefined || (kind !== "removed" && kind !== "moved")) continue;
    dates.set(known.date, { ...known, status: "cancelled" });
  }
  for (const { class: kind, before, after } of plan.occurrences) {
    if (after === undefined) continue;
    const { date, space, startTime, endTime } = after;
    const place = { date, space, startTime, endTime };
    if (kind === "moved" || kind === "new") dates.set(date, { ...place, status });
    if (kind === "cannotMove" && before === undefined && !dates.has(date)) {
      dates.set(date, { ...place, status: "denied" });
    }
  }
  return dates;
}
