import type { SeriesDecision } from "@neuadd/core";
import { approveBooking } from "../../src/ledger/approve-booking.ts";
import type { BookingRecord, BookingRequest } from "../../src/ledger/booking-record.ts";
import { cancelOccurrence } from "../../src/ledger/cancel-occurrence.ts";
import { cancelBooking, declineBooking, withdrawBooking } from "../../src/ledger/end-booking.ts";
import { requestBooking } from "../../src/ledger/request-booking.ts";
import { drawRequest, requestedDates } from "./drawn-request.ts";
import {
  liveDates,
  whyNot,
  type DateStatus,
  type ModelBooking,
  type ModelSchool,
} from "./model-school.ts";
import { instantOf } from "./naive-calendar.ts";
import {
  expectOutcome,
  expectSame,
  expectThat,
  type Outcome,
  type SimulatedCommand,
} from "./simulated-command.ts";
import { takeRecord } from "./take-record.ts";
import { PERSONAL, type World } from "./world.ts";

export function requestCommand(
  world: World,
  school: ModelSchool,
): SimulatedCommand<{ booking: BookingRecord; decision: SeriesDecision }> {
  const { services } = world;
  const request = drawRequest(world);
  return {
    text: `request ${JSON.stringify(request)}`,
    isOneTransaction: true,
    call: () => requestBooking(services, school.id, "key:key_h", request),
    judge(outcome) {
      const now = services.clock.now();
      const isUnknown = !whyNotSpace(school, request.space);
      if (isUnknown) return void expectOutcome(outcome, ["SPACE_UNKNOWN"]);
      const decision = decisionOf(outcome);
      checkDecision(school, request, decision, now);
      const answer = expectOutcome(outcome, decision.accepted ? [] : ["SERIES_NOT_BOOKABLE"]);
      if (answer === undefined) return;
      const { booking } = answer;
      const model: ModelBooking = {
        id: booking.id,
        holds: school.variant.requestsHold,
        attendance: request.attendance,
        requestedAt: now,
        status: "requested",
        revision: 0,
        dates: new Map(),
      };
      school.bookings.set(booking.id, model);
      for (const { verdict, ...date } of decision.occurrences) {
        const status = verdict === "bookable" ? "requested" : verdict;
        const { space, startTime, endTime } = date;
        model.dates.set(date.date, { date: date.date, space, startTime, endTime, status });
      }
      takeRecord(school, model, booking, "requested");
    },
  };
}

function whyNotSpace(school: ModelSchool, space: string): boolean {
  return school.variant.isDivided || !/court-[12]$/.test(space);
}

function decisionOf(outcome: Outcome<{ decision: SeriesDecision }>): SeriesDecision {
  if (outcome.kind === "done") return outcome.answer.decision;
  const { error } = outcome;
  const decision = "extensions" in error ? error.extensions["decision"] : undefined;
  expectThat(decision !== undefined, `refused without a decision: ${outcome.code}`);
  return decision as SeriesDecision;
}

/** Every date as the model has it: none that could be had is denied, and none that could not is bookable. */
function checkDecision(
  school: ModelSchool,
  request: BookingRequest,
  decision: SeriesDecision,
  now: number,
): void {
  const policy = request.onClash?.policy ?? "refuse";
  const asking = { now, attendance: request.attendance, isNew: true };
  const { space, startTime, endTime } = request;
  const asked = decision.occurrences.filter(({ appended }) => appended !== true);
  expectSame(
    "dates",
    asked.map(({ date, verdict }) => [date, verdict === "excluded"]),
    requestedDates(request).map(({ date, isExcluded }) => [date, isExcluded]),
  );
  for (const { date, verdict, ...placed } of decision.occurrences) {
    if (verdict === "excluded") continue;
    const reasons = whyNot(school, { date, space, startTime, endTime }, asking);
    const isAsAsked =
      placed.space === space && placed.startTime === startTime && placed.endTime === endTime;
    if (verdict === "denied") {
      expectThat(reasons.length > 0, `${date} is denied, and could be had`);
    } else if (isAsAsked) {
      expectSame(`what is against ${date}`, reasons, []);
    } else {
      expectThat(policy === "otherSpace" || policy === "nearbyTime", `${policy} moved ${date}`);
      expectThat(reasons.length > 0, `${date} was moved, and could be had as asked`);
      expectSame(`what is against ${date}, moved`, whyNot(school, { date, ...placed }, asking), []);
    }
  }
  const bookable = decision.occurrences.filter(({ verdict }) => verdict === "bookable").length;
  const denied = decision.occurrences.filter(({ verdict }) => verdict === "denied").length;
  const isEnough = bookable >= Math.max(1, request.onClash?.minimumOccurrences ?? 1);
  expectSame("accepted", decision.accepted, isEnough && (policy !== "refuse" || denied === 0));
}

export function approveCommand(
  world: World,
  school: ModelSchool,
  booking: ModelBooking,
): SimulatedCommand<BookingRecord> {
  const { services } = world;
  const revision = seenRevision(world, booking);
  return {
    text: `approve ${booking.id} at ${revision}`,
    isOneTransaction: true,
    call: () => approveBooking(services, school.id, "key:key_s", booking.id, { revision }),
    judge(outcome) {
      const now = services.clock.now();
      const waiting = liveDates(booking);
      const over = waiting.filter(({ date, startTime }) => instantOf(date, startTime) < now);
      const gone = waiting.filter((date) => {
        const { id: except, attendance } = booking;
        const asking = { now, attendance, isNew: false, except };
        return !over.includes(date) && whyNot(school, date, asking).length > 0;
      });
      const isPossible = gone.length === 0 && over.length < waiting.length;
      const refusals = refusalsOf(
        booking,
        revision,
        "requested",
        !isPossible,
        "SERIES_NOT_BOOKABLE",
      );
      const answer = expectOutcome(outcome, refusals);
      if (answer === undefined) return;
      setDates(booking, (date) => (over.includes(date) ? "denied" : "confirmed"));
      takeRecord(school, booking, answer, "approved");
    },
  };
}

export function endCommand(
  world: World,
  school: ModelSchool,
  booking: ModelBooking,
): SimulatedCommand<BookingRecord> {
  const { services, random } = world;
  const revision = seenRevision(world, booking);
  const by = random.pick(["hirer", "school"] as const);
  const { word, end, from, to, becomes } = random.pick(ENDINGS);
  const options = { revision, by, ...(random.chance(0.5) && { reason: PERSONAL }) };
  return {
    text: `${word} ${booking.id} at ${revision} by ${by}`,
    isOneTransaction: true,
    call: () => end(services, school.id, "key:key_s", booking.id, options),
    judge(outcome) {
      const now = services.clock.now();
      const isEnding = (date: { date: string; startTime: string }) =>
        word !== "cancel" || instantOf(date.date, date.startTime) > now;
      const isEmpty = word === "cancel" && !liveDates(booking).some(isEnding);
      const refusals = refusalsOf(booking, revision, from, isEmpty, "TRANSITION_REFUSED");
      const answer = expectOutcome(outcome, refusals);
      if (answer === undefined) return;
      setDates(booking, (date) => (isEnding(date) ? becomes : date.status));
      takeRecord(school, booking, answer, to);
    },
  };
}

const ENDINGS = [
  { word: "decline", end: declineBooking, from: "requested", to: "declined", becomes: "denied" },
  {
    word: "withdraw",
    end: withdrawBooking,
    from: "requested",
    to: "withdrawn",
    becomes: "cancelled",
  },
  { word: "cancel", end: cancelBooking, from: "approved", to: "cancelled", becomes: "cancelled" },
] as const;

export function cancelDateCommand(
  world: World,
  school: ModelSchool,
  booking: ModelBooking,
): SimulatedCommand<BookingRecord> {
  const { services, random } = world;
  const by = random.pick(["hirer", "school"] as const);
  const date = random.chance(0.05) ? "2026-09-30" : random.pick([...booking.dates.keys()]);
  const options = { by, ...(random.chance(0.5) && { reason: PERSONAL }) };
  return {
    text: `cancel ${date} of ${booking.id} by ${by}`,
    isOneTransaction: true,
    call: () => cancelOccurrence(services, school.id, "key:key_h", booking.id, date, options),
    judge(outcome) {
      const known = booking.dates.get(date);
      if (known === undefined) return void expectOutcome(outcome, ["OCCURRENCE_UNKNOWN"]);
      const isToCome =
        liveDates(booking).includes(known) &&
        instantOf(date, known.startTime) > services.clock.now();
      const answer = expectOutcome(outcome, isToCome ? [] : ["TRANSITION_REFUSED"]);
      if (answer === undefined) return;
      booking.dates.set(date, { ...known, status: "cancelled" });
      const isLast = liveDates(booking).length === 0;
      const last = by === "hirer" ? "withdrawn" : "declined";
      const ended = booking.status === "approved" ? "cancelled" : last;
      takeRecord(school, booking, answer, isLast ? ended : booking.status);
    },
  };
}

/** The revision of a booking, and now and then a wrong one. */
export function seenRevision({ random }: World, { revision }: ModelBooking): number {
  return random.chance(0.05) ? revision - 1 : revision;
}

/** In the order in which the server looks: a stale revision, the status, then what the command itself has against it. */
function refusalsOf(
  booking: ModelBooking,
  revision: number,
  from: ModelBooking["status"],
  isImpossible: boolean,
  code: string,
): string[] {
  if (revision !== booking.revision) return ["REVISION_STALE"];
  if (booking.status !== from) return ["TRANSITION_REFUSED"];
  return isImpossible ? [code] : [];
}

/** Gives each live date the status that it gets. */
function setDates(
  booking: ModelBooking,
  statusOf: (date: ReturnType<typeof liveDates>[number]) => DateStatus,
): void {
  for (const date of liveDates(booking)) {
    booking.dates.set(date.date, { ...date, status: statusOf(date) });
  }
}
