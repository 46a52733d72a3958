import type { DayNumber } from "../time/civil-calendar.ts";
import { dailyDays } from "./daily-days.ts";
import { periodDays } from "./period-days.ts";
import { isPlain, plainDays } from "./plain-days.ts";
import type { RecurrenceRule } from "./recurrence-rule.ts";

/**
 * The days of a checked rule from `from` (which may not lie before `first`, the anchor) to `last`, both inclusive, in
 * order, each once. COUNT and UNTIL are the caller's business. `last` may not lie after 9999-12-31.
 */
export function recurrenceDays(
  rule: RecurrenceRule,
  first: DayNumber,
  from: DayNumber,
  last: DayNumber,
): Iterable<DayNumber> {
  if (isPlain(rule)) return plainDays(rule, first, from, last);
  if (rule.frequency === "DAILY") return dailyDays(rule, first, from, last);
  return periodDays(rule, first, from, last);
}
