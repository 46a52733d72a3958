import { addDays, dayNumber, type LocalDate, minutesOfDay } from "@neuadd/core";
import { EventRefusal } from "./event-refusal.ts";
import { expandRule, readRule, splitUntil } from "./expand-rule.ts";
import { instantOf, type OutsideTime, timeOf, timesOf } from "./outside-time.ts";
import { type OutsideZone, UTC } from "./outside-zone.ts";
import { type CalendarComponent, firstLine, linesNamed } from "./read-components.ts";
import type { ReadingWindow } from "./reading-window.ts";
import type { WorkBudget } from "./work-budget.ts";

/** From when on, by the clocks before, which offset holds. Milliseconds. */
interface Onset {
  readonly clock: number;
  readonly before: number;
  readonly offset: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** A yearly rule that meets 29 February has a date within so many days. */
const LONGEST_WAIT_DAYS = 3_000;
const MOST_ONSETS = 50;

/**
 * The clocks that a file describes itself (VTIMEZONE, RFC 5545 section 3.6.5), as far as the window goes. Undefined for a
 * description that can't be read: its rules must come every year.
 */
export function fileZone(
  description: CalendarComponent,
  window: ReadingWindow,
  budget: WorkBudget,
): OutsideZone | undefined {
  try {
    const onsets = description.components.flatMap((part) => onsetsOf(part, window, budget));
    return zoneOfOnsets(onsets.toSorted((one, other) => one.clock - other.clock));
  } catch (error) {
    if (error instanceof EventRefusal) return undefined;
    throw error;
  }
}

function zoneOfOnsets(onsets: readonly Onset[]): OutsideZone {
  const [first] = onsets;
  if (first === undefined || onsets.length > MOST_ONSETS) throw new EventRefusal("ZONE_UNKNOWN");
  return {
    instantOf(date, time) {
      const clock = clockOf(date) + minutesOfDay(time) * MINUTE_MS;
      const latest = onsets.findLast((onset) => onset.clock <= clock);
      return clock - (latest?.offset ?? first.before);
    },
  };
}

function onsetsOf(
  observance: CalendarComponent,
  window: ReadingWindow,
  budget: WorkBudget,
): Onset[] {
  const [before, offset] = [
    offsetOf(observance, "TZOFFSETFROM"),
    offsetOf(observance, "TZOFFSETTO"),
  ];
  const startLine = firstLine(observance, "DTSTART");
  if (startLine === undefined) throw new EventRefusal("ZONE_UNKNOWN");
  // Read as if by UTC: numbers on a clock, which the offsets are for.
  const start = timeOf(startLine, () => UTC);
  const times = [
    start,
    ...linesNamed(observance, "RDATE").flatMap((line) => timesOf(line, () => UTC)),
  ];
  for (const { value } of linesNamed(observance, "RRULE")) {
    for (const date of yearlyDates(value, start, before, window, budget))
      times.push({ ...start, date });
  }
  // What the clocks skip is told by the clocks before: the new offset holds from the end of the gap.
  const gap = Math.max(0, offset - before);
  const clocks = times.map((time) => instantOf(time) + gap).toSorted((one, other) => one - other);
  const [first, last] = [clockOf(window.firstDate(0)), clockOf(addDays(window.lastDate, 1))];
  const latestBefore = clocks.findLast((clock) => clock <= first) ?? first;
  return clocks
    .filter((clock) => clock >= latestBefore && clock < last)
    .map((clock) => ({ clock, before, offset }));
}

function clockOf(date: LocalDate): number {
  return dayNumber(date) * DAY_MS;
}

function yearlyDates(
  text: string,
  start: OutsideTime,
  before: number,
  window: ReadingWindow,
  budget: WorkBudget,
): LocalDate[] {
  const { rule: ruleText, until } = splitUntil(text);
  const rule = readRule(ruleText);
  if (rule.frequency !== "YEARLY" || rule.interval !== 1) throw new EventRefusal("ZONE_UNKNOWN");
  const end = until === undefined ? undefined : timeOfText(until);
  const endClock =
    end === undefined ? Infinity : instantOf(end) + (until?.endsWith("Z") ? before : 0);
  const last =
    end !== undefined && end.date < window.lastDate ? addDays(end.date, 1) : window.lastDate;
  const from = [window.firstDate(0), last].toSorted()[0] ?? last;
  return expandRule(rule, start.date, {
    from: addDays(from, -LONGEST_WAIT_DAYS),
    until: last,
    budget,
  }).filter((date) => instantOf({ ...start, date }) <= endClock);
}

function timeOfText(value: string): OutsideTime {
  return timeOf({ name: "UNTIL", parameters: new Map(), value }, () => UTC);
}

function offsetOf(observance: CalendarComponent, name: string): number {
  const value = firstLine(observance, name)?.value ?? "";
  const match = /^([+-])(\d\d)([0-5]\d)([0-5]\d)?$/.exec(value.trim());
  if (match === null) throw new EventRefusal("ZONE_UNKNOWN");
  const [, sign, hours, minutes, seconds = "0"] = match;
  const size = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS + Number(seconds) * 1000;
  return sign === "-" ? -size : size;
}
