import {
  CoreError,
  dayNumber,
  expandRecurrence,
  type LocalDate,
  parseRecurrenceRule,
  printRecurrenceRule,
  type RecurrenceRule,
  weekdayOf,
} from "@neuadd/core";

/** Dates as a calendar reads them best: one rule from the first date on, without those left out. */
export interface RepeatPattern {
  readonly first: LocalDate;
  readonly last: LocalDate;
  /** RRULE value without an end. Absent: there is one date only. */
  readonly rule?: string;
  /** Dates of the rule up to `last` that are not among the dates. */
  readonly exceptDates: readonly LocalDate[];
}

/**
 * Finds the rule that gives the dates with the fewest left out: the booking's own, or every week on the weekdays that
 * occur, which always gives them all. Not a list of dates (RDATE): calendars in wide use leave those out.
 *
 * Undefined without dates. They may be in any order.
 */
export function repeatPattern(
  dates: readonly LocalDate[],
  ownRule?: string,
): RepeatPattern | undefined {
  const wanted = new Set(dates);
  const sorted = [...wanted].toSorted();
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (first === last) return { first, last, exceptDates: [] };
  const patterns = [weekly(sorted), ...withoutEnd(ownRule)].flatMap((rule) => {
    const given = expandRecurrence(rule, first, { until: last });
    if (given.filter((date) => wanted.has(date)).length !== wanted.size) return [];
    const exceptDates = given.filter((date) => !wanted.has(date));
    return [{ first, last, rule: printRecurrenceRule(rule), exceptDates }];
  });
  return patterns.reduce((best, next) =>
    next.exceptDates.length < best.exceptDates.length ? next : best,
  );
}

function weekly(dates: readonly LocalDate[]): RecurrenceRule {
  const weekdays = new Set(dates.map((date) => weekdayOf(dayNumber(date))));
  return {
    frequency: "WEEKLY",
    interval: 1,
    byDay: [...weekdays].map((weekday) => ({ weekday })),
    byMonthDay: [],
    byMonth: [],
    bySetPosition: [],
    weekStart: 1,
  };
}

function withoutEnd(text: string | undefined): RecurrenceRule[] {
  if (text === undefined) return [];
  try {
    const { count: _count, until: _until, ...rule } = parseRecurrenceRule(text);
    return [rule];
  } catch (error) {
    // A rule that core no longer reads is no loss here: the weekly one gives the same dates.
    if (error instanceof CoreError) return [];
    throw error;
  }
}
