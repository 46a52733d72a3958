import { dateParts, daysInMonth } from "../time/civil-calendar.ts";
import type { DayNumber } from "../time/civil-calendar.ts";
import { cyclePeriods } from "./calendar-cycle.ts";
import { compilePattern, matchesMonthDay, matchesWeekday } from "./day-pattern.ts";
import type { RecurrenceRule } from "./recurrence-rule.ts";

/**
 * The days of a DAILY rule, as `recurrenceDays`. Its periods are single days, so a BYSETPOS other than 1 and -1 picks
 * nothing. Months that BYMONTH leaves out are stepped over.
 */
export function* dailyDays(
  rule: RecurrenceRule,
  first: DayNumber,
  from: DayNumber,
  last: DayNumber,
): Generator<DayNumber> {
  const { interval, bySetPosition } = rule;
  if (bySetPosition.length > 0 && !bySetPosition.some((position) => Math.abs(position) === 1)) {
    return;
  }
  const pattern = compilePattern(rule, first);
  const cycle = cyclePeriods("DAILY", interval);
  let index = Math.ceil((from - first) / interval);
  let latestHit = index;
  while (index - latestHit <= cycle) {
    const day = first + index * interval;
    if (day > last) return;
    const parts = dateParts(day);
    const monthLength = daysInMonth(parts.year, parts.month);
    if (!pattern.months.has(parts.month)) {
      const nextMonth = day - parts.day + 1 + monthLength;
      index = Math.ceil((nextMonth - first) / interval);
      continue;
    }
    if (
      matchesMonthDay(pattern, parts.day, monthLength) &&
      matchesWeekday(pattern, day, day, day)
    ) {
      latestHit = index;
      yield day;
    }
    index += 1;
  }
}
