import { dateParts } from "../time/civil-calendar.ts";
import type { DayNumber } from "../time/civil-calendar.ts";
import { type Weekday, weekdayOf } from "../time/local-date.ts";
import type { RecurrenceRule, RuleWeekday } from "./recurrence-rule.ts";

/** What a rule asks of a single day, with what it leaves open filled in from the first date. Empty: anything goes. */
export interface DayPattern {
  readonly months: ReadonlySet<number>;
  readonly monthDays: ReadonlySet<number>;
  /** Weekdays without an ordinal. */
  readonly weekdays: ReadonlySet<Weekday>;
  readonly numberedWeekdays: readonly Required<RuleWeekday>[];
}

/** The pattern of a checked rule that is anchored at a day. `months` is never empty. */
export function compilePattern(rule: RecurrenceRule, first: DayNumber): DayPattern {
  const anchor = dateParts(first);
  const isOpen = rule.byDay.length === 0 && rule.byMonthDay.length === 0;
  const byCalendar = rule.frequency === "MONTHLY" || rule.frequency === "YEARLY";
  const opensMonth = rule.frequency === "YEARLY" && isOpen && rule.byMonth.length === 0;
  const opensWeekday = rule.frequency === "WEEKLY" && rule.byDay.length === 0;
  const weekdays = rule.byDay.flatMap((day) => (day.ordinal === undefined ? [day.weekday] : []));
  return {
    months: new Set(
      opensMonth ? [anchor.month] : rule.byMonth.length > 0 ? rule.byMonth : ALL_MONTHS,
    ),
    monthDays: new Set(byCalendar && isOpen ? [anchor.day] : rule.byMonthDay),
    weekdays: new Set(opensWeekday ? [weekdayOf(first)] : weekdays),
    numberedWeekdays: rule.byDay.filter(isNumbered),
  };
}

/** Whether a day of the month is among those asked for, counted from the month's start or its end. */
export function matchesMonthDay(pattern: DayPattern, day: number, monthLength: number): boolean {
  const { monthDays } = pattern;
  return monthDays.size === 0 || monthDays.has(day) || monthDays.has(day - monthLength - 1);
}

/**
 * Whether a day's weekday is among those asked for; ordinals count within the month or year that goes from
 * `scopeStart` to `scopeEnd`, both inclusive.
 */
export function matchesWeekday(
  pattern: DayPattern,
  day: DayNumber,
  scopeStart: DayNumber,
  scopeEnd: DayNumber,
): boolean {
  const { weekdays, numberedWeekdays } = pattern;
  if (weekdays.size === 0 && numberedWeekdays.length === 0) return true;
  const weekday = weekdayOf(day);
  if (weekdays.has(weekday)) return true;
  const fromStart = Math.floor((day - scopeStart) / 7) + 1;
  const fromEnd = -Math.floor((scopeEnd - day) / 7) - 1;
  return numberedWeekdays.some(
    (numbered) =>
      numbered.weekday === weekday &&
      (numbered.ordinal === fromStart || numbered.ordinal === fromEnd),
  );
}

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

function isNumbered(day: RuleWeekday): day is Required<RuleWeekday> {
  return day.ordinal !== undefined;
}
