import { CoreError } from "../errors.ts";
import { LATEST_DAY } from "../time/civil-calendar.ts";
import { dayNumber, localDate, type LocalDate } from "../time/local-date.ts";
import { checkRecurrenceRule } from "./check-recurrence-rule.ts";
import { MAXIMUM_DATES } from "./expand-recurrence.ts";
import { recurrenceDays } from "./recurrence-days.ts";
import { countNotWhole } from "./recurrence-faults.ts";
import type { RecurrenceRule } from "./recurrence-rule.ts";

/**
 * The next dates of a rule strictly after a date, as if the rule had no COUNT and no UNTIL: what a series is
 * lengthened by. `first` anchors the rule as in `expandRecurrence`, and no date lies before it.
 *
 * Gives fewer than `count` dates only if the rule has no more before the end of the year 9999; none if `count` is 0 or
 * less. It goes straight to the period of `after`, however far it lies from `first`.
 * Throws RECURRENCE_UNBOUNDED if `count` is above 100,000, and else what `expandRecurrence` throws.
 *
 * @example
 * ```ts
 * import { nextOccurrences, parseRecurrenceRule } from "@neuadd/core";
 *
 * const fortnightly = parseRecurrenceRule("FREQ=WEEKLY;INTERVAL=2;COUNT=3");
 * nextOccurrences(fortnightly, "2026-09-08", "2026-10-06", 2); //=> ["2026-10-20", "2026-11-03"]
 * ```
 */
export function nextOccurrences(
  rule: RecurrenceRule,
  first: LocalDate,
  after: LocalDate,
  count: number,
): LocalDate[] {
  checkRecurrenceRule(rule);
  if (!Number.isInteger(count)) {
    throw countNotWhole(count);
  }
  if (count > MAXIMUM_DATES) {
    throw new CoreError("RECURRENCE_UNBOUNDED", {
      cy: `Mae ${count} o ddyddiadau yn ormod. Gofynnwch am ${MAXIMUM_DATES} ar y tro ar y mwyaf.`,
      en: `${count} dates are too many. Ask for at most ${MAXIMUM_DATES} at a time.`,
    });
  }
  const firstDay = dayNumber(first);
  const from = Math.max(firstDay, dayNumber(after) + 1);
  const dates: LocalDate[] = [];
  if (count <= 0 || from > LATEST_DAY) return dates;
  for (const day of recurrenceDays(rule, firstDay, from, LATEST_DAY)) {
    dates.push(localDate(day));
    if (dates.length === count) break;
  }
  return dates;
}
