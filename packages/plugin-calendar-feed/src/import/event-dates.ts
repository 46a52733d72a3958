import {
  addDays,
  CoreError,
  dayNumber,
  expandRecurrence,
  type Instant,
  type Interval,
  type LocalDate,
  localDateOf,
  parseRecurrenceRule,
  toInstant,
  type ZoneId,
} from "@neuadd/core";
import ICAL from "ical.js";
import { EventRefusal } from "./event-refusal.ts";
import { instantOf, type OutsideTime, timeOf, timesOf } from "./outside-time.ts";

/** How far an event is followed. */
export interface ExpansionLimits {
  readonly zone: ZoneId;
  /** What is over by then is left out. */
  readonly from: Instant;
  /** Nothing that starts later is looked at. */
  readonly horizon: Instant;
  /** Called with the number of dates that a rule gave; throws when it was enough. */
  readonly spend: (dates: number) => void;
}

const LONGEST_EVENT_DAYS = 400;
const DAY_MS = 86_400_000;

/**
 * All times of one event up to the horizon, by the instant at which each begins; overrides of single dates
 * are for the caller. Recurrence is core's: what that does not expand exactly is refused.
 *
 * @throws EventRefusal
 */
export function eventDates(event: ICAL.Component, limits: ExpansionLimits): Map<Instant, Interval> {
  const startProperty = event.getFirstProperty("dtstart");
  if (startProperty === null) throw new EventRefusal("TIME_UNSUPPORTED");
  const start = timeOf(startProperty, limits.zone);
  const endOf = lengthOf(event, start, limits.zone);
  const dates = new Map<Instant, Interval>();
  const add = (begin: OutsideTime) => {
    const instant = instantOf(begin);
    const end = endOf(begin);
    if (end - instant > LONGEST_EVENT_DAYS * DAY_MS) throw new EventRefusal("TOO_LONG");
    if (instant >= limits.horizon || end <= limits.from || end <= instant) return;
    dates.set(instant, { start: instant, end });
  };
  for (const date of ruleDates(event, start, limits)) add({ ...start, date });
  for (const property of event.getAllProperties("rdate")) {
    for (const more of timesOf(property, limits.zone)) add(more);
  }
  for (const property of event.getAllProperties("exdate")) {
    for (const left of timesOf(property, limits.zone)) leaveOut(dates, left, start);
  }
  return dates;
}

function ruleDates(
  event: ICAL.Component,
  start: OutsideTime,
  { horizon, spend }: ExpansionLimits,
): LocalDate[] {
  const rules = event.getAllProperties("rrule");
  const [rule] = rules;
  if (rule === undefined) return [start.date];
  if (rules.length > 1 || event.getAllProperties("exrule").length > 0) {
    throw new EventRefusal("RECURRENCE_UNSUPPORTED");
  }
  const text = String(rule.getFirstValue());
  const until = /(?:^|;)UNTIL=([^;]+)/i.exec(text)?.[1];
  const last = until === undefined ? horizon : Math.min(horizon, untilOf(until, start.zone));
  if (last < instantOf(start)) return [start.date];
  try {
    const parsed = parseRecurrenceRule(
      text
        .split(";")
        .filter((part) => !/^UNTIL=/i.test(part))
        .join(";"),
    );
    const dates = expandRecurrence(parsed, start.date, { until: localDateOf(last, start.zone) });
    spend(dates.length);
    // A first date that its own rule does not give is not defined by RFC 5545.
    if (dates[0] !== start.date) throw new EventRefusal("RECURRENCE_UNSUPPORTED");
    return dates.filter((date) => instantOf({ ...start, date }) <= last);
  } catch (error) {
    if (error instanceof CoreError) throw new EventRefusal("RECURRENCE_UNSUPPORTED");
    throw error;
  }
}

/** The last instant that UNTIL lets in: inclusive. */
function untilOf(text: string, zone: ZoneId): Instant {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)(Z?))?$/i.exec(text);
  if (match === null) throw new EventRefusal("RECURRENCE_UNSUPPORTED");
  const [, year, month, day, hour, minute, second, inUtc] = match;
  const date = `${year}-${month}-${day}`;
  try {
    if (hour === undefined) return toInstant(date, "24:00", zone) - 1;
    const base = toInstant(date, `${hour}:${minute}`, inUtc === "" ? zone : "UTC");
    return base + Number(second) * 1000;
  } catch {
    throw new EventRefusal("RECURRENCE_UNSUPPORTED");
  }
}

/** When what begins at a time ends: as the clocks show it, so that two hours stay two on the clock. */
function lengthOf(
  event: ICAL.Component,
  start: OutsideTime,
  zone: ZoneId,
): (begin: OutsideTime) => Instant {
  const endProperty = event.getFirstProperty("dtend");
  if (endProperty !== null) {
    const end = timeOf(endProperty, zone);
    if (end.zone !== start.zone) {
      const length = instantOf(end) - instantOf(start);
      return (begin) => instantOf(begin) + length;
    }
    const days = dayNumber(end.date) - dayNumber(start.date);
    return (begin) => instantOf({ ...end, date: addDays(begin.date, days), zone: begin.zone });
  }
  const duration: unknown = event.getFirstPropertyValue("duration");
  if (duration instanceof ICAL.Duration) {
    const days = duration.weeks * 7 + duration.days;
    const seconds = duration.hours * 3600 + duration.minutes * 60 + duration.seconds;
    if (duration.isNegative || days > LONGEST_EVENT_DAYS) throw new EventRefusal("TOO_LONG");
    return (begin) => instantOf({ ...begin, date: addDays(begin.date, days) }) + seconds * 1000;
  }
  const days = start.isDate ? 1 : 0;
  return (begin) => instantOf({ ...begin, date: addDays(begin.date, days) });
}

function leaveOut(dates: Map<Instant, Interval>, left: OutsideTime, start: OutsideTime): void {
  // Some programs except a date from an event with a time: it means the occurrence on that day.
  const isDay = left.isDate && !start.isDate;
  dates.delete(instantOf(isDay ? { ...start, date: left.date } : left));
}
