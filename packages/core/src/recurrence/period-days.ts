import {
  dateParts,
  dayNumberOf,
  daysInMonth,
  EARLIEST_DAY,
  LATEST_DAY,
} from "../time/civil-calendar.ts";
import type { DayNumber } from "../time/civil-calendar.ts";
import { cyclePeriods } from "./calendar-cycle.ts";
import { compilePattern, type DayPattern, matchesMonthDay, matchesWeekday } from "./day-pattern.ts";
import { startOfWeek } from "./plain-days.ts";
import type { RecurrenceRule } from "./recurrence-rule.ts";

/**
 * The days of a WEEKLY, MONTHLY or YEARLY rule, as `recurrenceDays`: the general way. For each period that INTERVAL
 * meets, the days that match; of these, the positions that BYSETPOS names; of these, the days from `from` on.
 */
export function* periodDays(
  rule: RecurrenceRule,
  first: DayNumber,
  from: DayNumber,
  last: DayNumber,
): Generator<DayNumber> {
  if (isBeyond(rule.bySetPosition, largestPeriod(rule))) return;
  const periods = periodsOf(rule, first);
  const cycle = cyclePeriods(rule.frequency, rule.interval);
  let index = Math.floor(periods.indexOf(from) / rule.interval);
  let latestHit = index;
  for (; index - latestHit <= cycle; index += 1) {
    const days = periods.daysOf(index * rule.interval, last);
    if (days === undefined) return;
    const picked = pickPositions(days, rule.bySetPosition);
    if (picked.length > 0) latestHit = index;
    for (const day of picked) {
      if (day > last) return;
      if (day >= from) yield day;
    }
  }
}

/** Periods are counted from that of the first date, 0. */
interface Periods {
  indexOf(day: DayNumber): number;
  /** The days of a period that match, in order; undefined once it starts after `last`. */
  daysOf(index: number, last: DayNumber): DayNumber[] | undefined;
}

function periodsOf(rule: RecurrenceRule, first: DayNumber): Periods {
  const pattern = compilePattern(rule, first);
  switch (rule.frequency) {
    case "MONTHLY":
      return monthlyPeriods(first, pattern);
    case "YEARLY":
      return yearlyPeriods(first, pattern, rule.byMonth.length === 0);
    default:
      return weeklyPeriods(startOfWeek(first, rule), pattern);
  }
}

function weeklyPeriods(anchor: DayNumber, pattern: DayPattern): Periods {
  return {
    indexOf: (day) => Math.floor((day - anchor) / 7),
    daysOf(index, last) {
      const start = anchor + index * 7;
      if (start > last) return undefined;
      const days: DayNumber[] = [];
      for (let day = start; day < start + 7; day += 1) {
        if (matchesWeekday(pattern, day, day, day) && pattern.months.has(monthOf(day))) {
          days.push(day);
        }
      }
      return days;
    },
  };
}

/** The first and last weeks of all may reach into years that are not counted, by days of December and January. */
function monthOf(day: DayNumber): number {
  if (day < EARLIEST_DAY) return 12;
  return day > LATEST_DAY ? 1 : dateParts(day).month;
}

function monthlyPeriods(first: DayNumber, pattern: DayPattern): Periods {
  const anchor = monthCount(first);
  return {
    indexOf: (day) => monthCount(day) - anchor,
    daysOf(index, last) {
      const year = Math.floor((anchor + index) / 12);
      const month = ((anchor + index) % 12) + 1;
      if (year > 9999 || dayNumberOf(year, month, 1) > last) return undefined;
      return pattern.months.has(month) ? daysOfMonth(year, month, pattern) : [];
    },
  };
}

function monthCount(day: DayNumber): number {
  const { year, month } = dateParts(day);
  return year * 12 + month - 1;
}

function yearlyPeriods(first: DayNumber, pattern: DayPattern, countsInYear: boolean): Periods {
  const anchor = dateParts(first).year;
  // Without BYMONTH, BYDAY speaks of the whole year; a day of the month then only comes from the first date.
  const isOfYear = countsInYear && pattern.monthDays.size === 0;
  const months = [...pattern.months].toSorted((a, b) => a - b);
  return {
    indexOf: (day) => dateParts(day).year - anchor,
    daysOf(index, last) {
      const year = anchor + index;
      if (year > 9999 || dayNumberOf(year, 1, 1) > last) return undefined;
      if (isOfYear) return weekdaysOfYear(year, pattern);
      return months.flatMap((month) => daysOfMonth(year, month, pattern));
    },
  };
}

function daysOfMonth(year: number, month: number, pattern: DayPattern): DayNumber[] {
  const monthLength = daysInMonth(year, month);
  const start = dayNumberOf(year, month, 1);
  const end = start + monthLength - 1;
  const days: DayNumber[] = [];
  for (let day = start; day <= end; day += 1) {
    if (
      matchesMonthDay(pattern, day - start + 1, monthLength) &&
      matchesWeekday(pattern, day, start, end)
    ) {
      days.push(day);
    }
  }
  return days;
}

function weekdaysOfYear(year: number, pattern: DayPattern): DayNumber[] {
  const start = dayNumberOf(year, 1, 1);
  const end = dayNumberOf(year, 12, 31);
  const days: DayNumber[] = [];
  for (let day = start; day <= end; day += 1) {
    if (matchesWeekday(pattern, day, start, end)) days.push(day);
  }
  return days;
}

/** How many days of one period can match at most: positions beyond need no search. */
function largestPeriod(rule: RecurrenceRule): number {
  const months = rule.frequency === "YEARLY" ? Math.max(rule.byMonth.length, 1) : 1;
  if (rule.byMonthDay.length > 0) return rule.byMonthDay.length * months;
  if (rule.byDay.length === 0) return months;
  if (rule.frequency === "WEEKLY") return rule.byDay.length;
  const isOfYear = rule.frequency === "YEARLY" && rule.byMonth.length === 0;
  const inScope = rule.byDay.map(({ ordinal }) =>
    ordinal === undefined ? (isOfYear ? 53 : 5) : 1,
  );
  return inScope.reduce<number>((sum, days) => sum + days, 0) * months;
}

function isBeyond(positions: readonly number[], largest: number): boolean {
  return positions.length > 0 && positions.every((position) => Math.abs(position) > largest);
}

function pickPositions(days: DayNumber[], positions: readonly number[]): DayNumber[] {
  if (positions.length === 0) return days;
  const picked = new Set<DayNumber>();
  for (const position of positions) {
    const day = days.at(position > 0 ? position - 1 : position);
    if (day !== undefined) picked.add(day);
  }
  return [...picked].toSorted((a, b) => a - b);
}
