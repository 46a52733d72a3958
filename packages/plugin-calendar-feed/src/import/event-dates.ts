import { addDays, type Instant, type Interval, type LocalDate, localDateOf } from "@neuadd/core";
import { eventLength } from "./event-length.ts";
import { EventRefusal, type EventRefusalCode } from "./event-refusal.ts";
import { expandRule, givesItsFirst, readRule, splitUntil } from "./expand-rule.ts";
import { instantOf, occurrenceInstant, type OutsideTime, timeOf, timesOf } from "./outside-time.ts";
import type { ZoneFinder } from "./outside-zone.ts";
import { type CalendarComponent, firstLine, linesNamed } from "./read-components.ts";
import { refusing } from "./refusing.ts";
import { EARLIEST_DATE, type ReadingWindow } from "./reading-window.ts";
import type { WorkBudget } from "./work-budget.ts";

/** How an event is read. */
export interface EventReading {
  readonly window: ReadingWindow;
  readonly budget: WorkBudget;
  readonly zoneOf: ZoneFinder;
  /** Told of what can't be read exactly: the dates given may then be too many or too few. */
  readonly refuse: (code: EventRefusalCode) => void;
}

/** How far back dates of an event that comes again are looked for, though they may last longer. */
const LONGEST_AGAIN_DAYS = 400;

/**
 * The times of one event within the window, cut to it, by the instant at which each begins; overrides of single dates are
 * for the caller. Recurrence is core's. Where a part can't be read exactly, what the others say is given.
 *
 * @throws EventRefusal for an event of which nothing can be read; FileRefusal for too much work
 */
export function eventDates(
  event: CalendarComponent,
  reading: EventReading,
): Map<Instant, Interval> {
  const { window, zoneOf, refuse } = reading;
  const startLine = firstLine(event, "DTSTART");
  if (startLine === undefined) throw new EventRefusal("TIME_UNSUPPORTED");
  const start = timeOf(startLine, zoneOf);
  if (start.date < EARLIEST_DATE) throw new EventRefusal("TIME_UNSUPPORTED");
  const { days, endOf } = eventLength(event, start, zoneOf);
  const comesAgain = firstLine(event, "RRULE") !== undefined || firstLine(event, "RDATE");
  if (comesAgain && days > LONGEST_AGAIN_DAYS) refuse("TOO_LONG");
  const wanted: Wanted = {
    from: window.firstDate(Math.min(days, LONGEST_AGAIN_DAYS)),
    until: window.lastDate,
  };
  const more = linesNamed(event, "RDATE").flatMap((line) =>
    refusing(refuse, () => timesOf(line, zoneOf), []),
  );
  const again = ruleDates(event, start, wanted, reading).map((date) => ({ ...start, date }));
  const dates = new Map<Instant, Interval>();
  for (const begin of [start, ...within([...again, ...more], wanted, reading)]) {
    if (begin.date > wanted.until) continue;
    const instant = instantOf(begin);
    const from = Math.max(instant, window.from);
    const end = Math.min(endOf(begin), window.horizon);
    if (from < end) dates.set(instant, { start: from, end });
  }
  for (const line of linesNamed(event, "EXDATE")) {
    const left = refusing(refuse, () => timesOf(line, zoneOf), []);
    for (const time of within(left, wanted, reading)) dates.delete(occurrenceInstant(time, start));
    if (left.some(({ date }) => date === start.date)) dates.delete(instantOf(start));
  }
  return dates;
}

/** Dates, inclusive. */
interface Wanted {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** Those whose dates may matter: only of these instants are made. */
function within(
  times: readonly OutsideTime[],
  { from, until }: Wanted,
  { budget }: EventReading,
): OutsideTime[] {
  const wanted = times.filter(({ date }) => date >= from && date <= until);
  budget.spendDates(wanted.length);
  return wanted;
}

function ruleDates(
  event: CalendarComponent,
  start: OutsideTime,
  wanted: Wanted,
  reading: EventReading,
): LocalDate[] {
  const { refuse } = reading;
  const rules = linesNamed(event, "RRULE");
  // RFC 5545 has one rule, and none of what is left out.
  if (rules.length > 1 || firstLine(event, "EXRULE")) refuse("RECURRENCE_UNSUPPORTED");
  return rules.flatMap(({ value }) =>
    refusing(refuse, () => datesOfRule(value, start, wanted, reading), []),
  );
}

function datesOfRule(
  text: string,
  start: OutsideTime,
  wanted: Wanted,
  { budget, refuse }: EventReading,
): LocalDate[] {
  const { rule: ruleText, until } = splitUntil(text);
  const rule = readRule(ruleText);
  if (!givesItsFirst(rule, start.date)) refuse("RECURRENCE_UNSUPPORTED");
  const last = until === undefined ? Infinity : untilOf(until, start, wanted);
  const lastDate = last === Infinity ? wanted.until : addDays(localDateOf(last, "UTC"), 2);
  const dates = expandRule(rule, start.date, {
    from: wanted.from,
    until: lastDate < wanted.until ? lastDate : wanted.until,
    budget,
  });
  if (last === Infinity) return dates;
  budget.spendDates(dates.length);
  return dates.filter((date) => instantOf({ ...start, date }) <= last);
}

/** The last instant that UNTIL lets in: inclusive. */
function untilOf(value: string, start: OutsideTime, wanted: Wanted): Instant {
  const line = { name: "UNTIL", parameters: new Map<string, string>(), value };
  const until = timeOf(line, () => start.zone);
  if (until.date > wanted.until) return Infinity;
  if (!until.isDate) return instantOf(until);
  return instantOf({ ...until, zone: start.zone, date: addDays(until.date, 1) }) - 1;
}
