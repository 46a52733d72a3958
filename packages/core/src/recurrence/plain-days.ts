import type { DayNumber } from "../time/civil-calendar.ts";
import { weekdayOf } from "../time/local-date.ts";
import type { RecurrenceRule } from "./recurrence-rule.ts";

/** Whether the days of a rule follow from counting alone: every so many days, or weekdays of every so many weeks. */
export function isPlain(rule: RecurrenceRule): boolean {
  const picksDays = rule.byMonth.length + rule.byMonthDay.length + rule.bySetPosition.length > 0;
  if (picksDays) return false;
  return rule.frequency === "WEEKLY" || (rule.frequency === "DAILY" && rule.byDay.length === 0);
}

/** The fast path of `recurrenceDays`, for plain rules only. */
export function* plainDays(
  rule: RecurrenceRule,
  first: DayNumber,
  from: DayNumber,
  last: DayNumber,
): Generator<DayNumber> {
  const isDaily = rule.frequency === "DAILY";
  const start = isDaily ? first : startOfWeek(first, rule);
  const stepDays = (isDaily ? 1 : 7) * rule.interval;
  const offsets = isDaily ? [0] : weekOffsets(rule, first);
  let period = start + Math.floor((from - start) / stepDays) * stepDays;
  for (; period <= last; period += stepDays) {
    for (const offset of offsets) {
      const day = period + offset;
      if (day > last) return;
      if (day >= from) yield day;
    }
  }
}

/** The day on which the week of a day starts, by the rule's WKST. */
export function startOfWeek(day: DayNumber, rule: RecurrenceRule): DayNumber {
  return day - ((weekdayOf(day) - rule.weekStart + 7) % 7);
}

function weekOffsets(rule: RecurrenceRule, first: DayNumber): number[] {
  const weekdays =
    rule.byDay.length === 0 ? [weekdayOf(first)] : rule.byDay.map(({ weekday }) => weekday);
  const offsets = weekdays.map((weekday) => (weekday - rule.weekStart + 7) % 7);
  return [...new Set(offsets)].toSorted((a, b) => a - b);
}
