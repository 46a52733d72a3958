import { checkRecurrenceRule } from "./check-recurrence-rule.ts";
import type { RecurrenceRule } from "./recurrence-rule.ts";
import { sortPositions, sortWeekdays } from "./rule-order.ts";
import { codeOfWeekday } from "./weekday-codes.ts";

/**
 * Writes a rule as an RRULE value in its one normal form, without `RRULE:`: upper case, parts in a fixed order, lists
 * sorted, defaults left out. Parsing the text gives the rule back. Throws what `parseRecurrenceRule` throws for a rule
 * made by hand that is malformed.
 *
 * @example
 * ```ts
 * import { parseRecurrenceRule, printRecurrenceRule } from "@neuadd/core";
 *
 * printRecurrenceRule(parseRecurrenceRule("byday=TH,TU;freq=weekly;interval=1")); //=> "FREQ=WEEKLY;BYDAY=TU,TH"
 * ```
 */
export function printRecurrenceRule(rule: RecurrenceRule): string {
  checkRecurrenceRule(rule);
  const byDay = sortWeekdays(rule.byDay).map(
    ({ ordinal, weekday }) => `${ordinal ?? ""}${codeOfWeekday(weekday)}`,
  );
  const parts = [
    `FREQ=${rule.frequency}`,
    rule.interval === 1 ? "" : `INTERVAL=${rule.interval}`,
    rule.count === undefined ? "" : `COUNT=${rule.count}`,
    rule.until === undefined ? "" : `UNTIL=${rule.until.replaceAll("-", "")}`,
    printList("BYMONTH", sortPositions(rule.byMonth)),
    printList("BYMONTHDAY", sortPositions(rule.byMonthDay)),
    printList("BYDAY", byDay),
    printList("BYSETPOS", sortPositions(rule.bySetPosition)),
    rule.weekStart === 1 ? "" : `WKST=${codeOfWeekday(rule.weekStart)}`,
  ];
  return parts.filter((part) => part !== "").join(";");
}

function printList(name: string, values: readonly (number | string)[]): string {
  return values.length === 0 ? "" : `${name}=${values.join(",")}`;
}
