import { expireRequests } from "../../src/ledger/expire-requests.ts";
import { importSchool, type SchoolImportResult } from "../../src/ledger/import-school.ts";
import { drawDate } from "./drawn-request.ts";
import {
  claimsOf,
  isLive,
  liveDates,
  type ModelBooking,
  type ModelSchool,
} from "./model-school.ts";
import { instantOf } from "./naive-calendar.ts";
import { expectOutcome, expectSame, type SimulatedCommand } from "./simulated-command.ts";
import { definitionOf, type Variant } from "./simulated-premises.ts";
import type { World } from "./world.ts";

const DAY = 86_400_000;
const LAPSE_AFTER_DAYS = 21;

/** The school's file with another calendar, another space tree or another setting; sometimes with nothing new. */
export function importCommand(
  world: World,
  school: ModelSchool,
): SimulatedCommand<SchoolImportResult> {
  const { services } = world;
  const variant = drawVariant(world, school.variant);
  return {
    text: `import ${JSON.stringify({ ...variant, closures: [...variant.closures] })}`,
    isOneTransaction: true,
    call: () => importSchool(services, "system", definitionOf(school.id, variant)),
    judge(outcome) {
      const isUnchanged = textOf(variant) === textOf(school.variant);
      const wouldLoseCourts = school.variant.isDivided && !variant.isDivided;
      const isTaken = wouldLoseCourts && areCourtsTaken(school, services.clock.now());
      const answer = expectOutcome(outcome, isTaken ? ["IMPORT_INVALID"] : []);
      if (answer === undefined) return;
      expectSame("changed", answer.changed, !isUnchanged);
      if (!isUnchanged) school.revision += 1;
      expectSame("revision", answer.revision, school.revision);
      school.variant = variant;
    },
  };
}

function textOf({ isDivided, requestsHold, closures }: Variant): string {
  return JSON.stringify([isDivided, requestsHold, [...closures].sort()]);
}

function drawVariant(world: World, variant: Variant): Variant {
  const { random } = world;
  const closures = new Set(variant.closures);
  const date = drawDate(world);
  if (random.chance(0.5)) closures.add(date);
  else if (closures.size > 0) closures.delete(random.pick([...closures]));
  return {
    closures,
    isDivided: random.chance(0.3) ? !variant.isDivided : variant.isDivided,
    requestsHold: random.chance(0.2) ? !variant.requestsHold : variant.requestsHold,
  };
}

/** Whether a court of half A is booked, blocked or asked for, by itself, for a time that is not over. */
function areCourtsTaken(school: ModelSchool, now: number): boolean {
  const isCourtOfA = (space: string) => /court-[12]$/.test(space);
  const bySeries = [...school.bookings.values()].some(
    (booking) =>
      (booking.status === "requested" || booking.status === "approved") &&
      liveDates(booking).some(
        ({ space, date, endTime }) => isCourtOfA(space) && instantOf(date, endTime) > now,
      ),
  );
  const blocks = [...school.blocks.values()].filter(({ space }) => isCourtOfA(space));
  const byBlock = claimsOf(school).some(
    ({ owner, end }) => end > now && blocks.some(({ id }) => id === owner),
  );
  return bySeries || byBlock;
}

/** The job that lets old requests lapse: a transaction for each school. */
export function expireCommand({ services, schools }: World): SimulatedCommand<number> {
  return {
    text: "expire",
    isOneTransaction: false,
    call: () => expireRequests(services),
    judge(outcome) {
      const answer = expectOutcome(outcome, []);
      const now = services.clock.now();
      let expected = 0;
      for (const school of schools) {
        const lapsed = [...school.bookings.values()].filter((one) => hasLapsed(one, now));
        if (lapsed.length === 0) continue;
        school.revision += 1;
        for (const booking of lapsed) expire(booking, school.revision);
        expected += lapsed.length;
      }
      expectSame("lapsed", answer, expected);
    },
  };
}

function hasLapsed({ status, requestedAt, dates }: ModelBooking, now: number): boolean {
  const lastEnd = Math.max(...[...dates.values()].map((one) => instantOf(one.date, one.endTime)));
  const isOld = requestedAt <= now - LAPSE_AFTER_DAYS * DAY;
  return status === "requested" && (lastEnd <= now || isOld);
}

function expire(booking: ModelBooking, revision: number): void {
  booking.status = "expired";
  booking.revision = revision;
  for (const date of booking.dates.values()) {
    if (isLive(date)) booking.dates.set(date.date, { ...date, status: "cancelled" });
  }
}

/** Hours or days: in a run, requests must have time to lapse, and seasons to be half over. */
export function waitCommand(world: World): SimulatedCommand<void> {
  const { random } = world;
  const hours = random.chance(0.35) ? random.integer(24, 168) : random.integer(1, 6);
  return {
    text: `wait ${hours} hours`,
    isOneTransaction: false,
    call: async () => world.advance(hours * 3_600_000),
    judge(outcome) {
      expectOutcome(outcome, []);
    },
  };
}

export function restartCommand(world: World): SimulatedCommand<void> {
  return {
    text: "restart",
    isOneTransaction: false,
    call: () => world.restart(),
    judge(outcome) {
      expectOutcome(outcome, []);
    },
  };
}
