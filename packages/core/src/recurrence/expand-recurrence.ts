import { CoreError } from "../errors.ts";
import { LATEST_DAY } from "../time/civil-calendar.ts";
import type { DayNumber } from "../time/civil-calendar.ts";
import { dayNumber, localDate, type LocalDate } from "../time/local-date.ts";
import { checkRecurrenceRule } from "./check-recurrence-rule.ts";
import { recurrenceDays } from "./recurrence-days.ts";
import { countNotWhole } from "./recurrence-faults.ts";
import type { RecurrenceRule } from "./recurrence-rule.ts";

/** Where an expansion begins, and where it ends: whichever comes first, these or the rule's own UNTIL and COUNT. */
export interface RecurrenceLimits {
  /** First date to be given, inclusive; default `first`. The rule's COUNT still counts from `first`. */
  readonly from?: LocalDate;
  /** Last date, inclusive. */
  readonly until?: LocalDate;
  /** At most this many dates are given; 0 or less gives none. */
  readonly count?: number;
}

/** The most dates that one expansion gives. */
export const MAXIMUM_DATES = 100_000;

/**
 * Lists the dates of a recurrence rule from `first` on, in order, each once (RFC 5545 section 3.3.10).
 *
 * `first` anchors the rule: it sets the weekday, the day of the month and the month that the rule leaves open, and the
 * periods that INTERVAL counts, weeks starting on WKST. It is a date of the series only if it matches the rule; where
 * it doesn't, the series starts at the next match. BYSETPOS picks from all matching days of a period, those before
 * `first` included; then dates before `first` are dropped; COUNT counts what is left. Dates that a month lacks are
 * skipped. The end is inclusive, and 9999-12-31 at the latest. Without a rule, `first` is the only date.
 *
 * With `from`, dates before it are left out. A rule without COUNT goes straight there, however long ago `first` was.
 *
 * The list is empty if `until` lies before `first`, if `count` is 0 or less, or if the rule can never be met: such a
 * rule is found out within one 400-year cycle of the calendar, in a few milliseconds.
 *
 * Throws RECURRENCE_UNBOUNDED if neither rule nor limits set an end, or if more than 100,000 dates lie before it (a
 * `count` in the limits avoids that), RECURRENCE_INVALID or RECURRENCE_UNSUPPORTED for a rule made by hand that
 * `parseRecurrenceRule` would refuse, and LOCAL_DATE_INVALID.
 *
 * @example
 * ```ts
 * import { expandRecurrence, parseRecurrenceRule } from "@neuadd/core";
 *
 * const lastFridays = parseRecurrenceRule("FREQ=MONTHLY;BYDAY=-1FR");
 * expandRecurrence(lastFridays, "2026-09-08", { until: "2026-11-27" }); //=> ["2026-09-25", "2026-10-30", "2026-11-27"]
 * expandRecurrence(undefined, "2026-09-08", {}); //=> ["2026-09-08"]
 * ```
 */
export function expandRecurrence(
  rule: RecurrenceRule | undefined,
  first: LocalDate,
  limits: RecurrenceLimits,
): LocalDate[] {
  const firstDay = dayNumber(first);
  const lastDay = lastDayOf(rule, limits);
  const fromDay = Math.max(firstDay, limits.from === undefined ? firstDay : dayNumber(limits.from));
  const count = countOf(limits);
  if (rule !== undefined) {
    checkRecurrenceRule(rule);
    checkBounded(rule, limits);
  }
  const dates: LocalDate[] = [];
  if (count <= 0) return dates;
  if (rule === undefined) return firstDay === fromDay && firstDay <= lastDay ? [first] : dates;
  let ruleCount = rule.count ?? Infinity;
  const startDay = rule.count === undefined ? fromDay : firstDay;
  for (const day of recurrenceDays(rule, firstDay, startDay, lastDay)) {
    if (day >= fromDay) {
      if (dates.length === MAXIMUM_DATES) throw tooMany();
      dates.push(localDate(day));
    }
    ruleCount -= 1;
    if (ruleCount === 0 || dates.length === count) break;
  }
  return dates;
}

function lastDayOf(rule: RecurrenceRule | undefined, limits: RecurrenceLimits): DayNumber {
  const ruleEnd = rule?.until === undefined ? LATEST_DAY : dayNumber(rule.until);
  const limit = limits.until === undefined ? LATEST_DAY : dayNumber(limits.until);
  return Math.min(ruleEnd, limit);
}

function countOf({ count = Infinity }: RecurrenceLimits): number {
  if (count !== Infinity && !Number.isInteger(count)) throw countNotWhole(count);
  return count;
}

function checkBounded(rule: RecurrenceRule, limits: RecurrenceLimits): void {
  const ends = [rule.until, rule.count, limits.until, limits.count];
  if (ends.every((end) => end === undefined)) {
    throw new CoreError("RECURRENCE_UNBOUNDED", {
      cy: "Nid yw'r ailadrodd byth yn dod i ben. Rhowch ddyddiad olaf neu nifer o ddyddiadau: until, count, neu UNTIL neu COUNT yn y rheol.",
      en: "The recurrence never ends. Give a last date or a number of dates: until, count, or UNTIL or COUNT in the rule.",
    });
  }
}

function tooMany(): CoreError {
  return new CoreError("RECURRENCE_UNBOUNDED", {
    cy: `Mae gan yr ailadrodd fwy na ${MAXIMUM_DATES} o ddyddiadau. Rhowch ddyddiad olaf cynharach, neu count.`,
    en: `The recurrence has more than ${MAXIMUM_DATES} dates. Give an earlier last date, or a count.`,
  });
}
