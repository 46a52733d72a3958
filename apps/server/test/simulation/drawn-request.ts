import type { BookingRequest } from "../../src/ledger/booking-record.ts";
import { dateAfter, dateAt, periodOf, timeOf, weekdayOf } from "./naive-calendar.ts";
import { SPACE_IDS } from "./simulated-premises.ts";
import { PERSONAL, type World } from "./world.ts";

/** Days, from today on, in which almost all of the simulation takes place: the nearer, the more is in the way. */
const DAYS_AHEAD = 40;

const RULES = ["FREQ=WEEKLY", "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=TU,TH"] as const;
const POLICIES = ["refuse", "skip", "append", "otherSpace", "nearbyTime"] as const;

/** A request for anything, now and then for what can't be had. */
export function drawRequest(world: World): BookingRequest {
  const { random } = world;
  const policy = random.pick(POLICIES);
  const first = drawDate(world);
  return {
    hirer: random.pick(world.hirers),
    title: `Ymarfer ${PERSONAL}`,
    activity: "badminton",
    space: random.pick(SPACE_IDS),
    first,
    ...drawTimes(world),
    ...(random.chance(0.4) && { attendance: random.pick([10, 50, 200]) }),
    ...(random.chance(0.85) && { recurrence: drawRecurrence(world, first) }),
    onClash: {
      policy,
      ...(random.chance(0.3) && { minimumOccurrences: random.integer(1, 4) }),
    },
  };
}

function drawRecurrence({ random }: World, first: string) {
  return {
    rule: random.pick(RULES),
    count: random.integer(1, 8),
    ...(random.chance(0.3) && { termTimeOnly: true }),
    ...(random.chance(0.2) && { exceptDates: [dateAfter(first, 7)] }),
  };
}

export function drawDate({ random, services }: World): string {
  const today = dateAt(services.clock.now());
  return dateAfter(today, random.integer(random.chance(0.1) ? -3 : 0, DAYS_AHEAD));
}

/** Mostly within the hours of some day of the week, on the half hour. */
export function drawTimes({ random }: World): { startTime: string; endTime: string } {
  const isEvening = random.chance(0.7);
  const start = 30 * random.integer(isEvening ? 34 : 16, 41);
  const end = start + 30 * random.integer(1, random.chance(0.1) ? 10 : 4);
  return { startTime: timeOf(start), endTime: timeOf(Math.min(end, 23 * 60)) };
}

/** The dates of a request, without core. */
export function requestedDates({ first, recurrence }: BookingRequest): {
  readonly date: string;
  readonly isExcluded: boolean;
}[] {
  if (recurrence === undefined) return [{ date: first, isExcluded: false }];
  const { rule, count = 0, termTimeOnly, exceptDates = [] } = recurrence;
  const dates: string[] = [];
  for (let date = first; dates.length < count; date = dateAfter(date, 1)) {
    if (isOfRule(date, rule, first)) dates.push(date);
  }
  return dates.map((date) => ({
    date,
    isExcluded: exceptDates.includes(date) || (termTimeOnly === true && periodOf(date) !== "term"),
  }));
}

function isOfRule(date: string, rule: string, first: string): boolean {
  if (rule === "FREQ=DAILY") return true;
  const weekday = weekdayOf(date);
  return rule === "FREQ=WEEKLY" ? weekday === weekdayOf(first) : weekday === 2 || weekday === 4;
}
