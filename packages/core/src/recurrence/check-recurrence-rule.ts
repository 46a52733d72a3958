import { CoreError } from "../errors.ts";
import { dayNumber } from "../time/local-date.ts";
import type { RecurrenceRule, RuleWeekday } from "./recurrence-rule.ts";

/** The greatest INTERVAL and COUNT that a rule may state. */
const MAXIMUM_RULE_NUMBER = 999_999;

/**
 * Throws RECURRENCE_INVALID or RECURRENCE_UNSUPPORTED unless the parts of a rule go together and lie in the ranges of
 * RFC 5545 section 3.3.10, and LOCAL_DATE_INVALID if `until` is no date. Rules made by hand are as safe as parsed ones.
 */
export function checkRecurrenceRule(rule: RecurrenceRule): void {
  if (!["DAILY", "WEEKLY", "MONTHLY", "YEARLY"].includes(rule.frequency)) {
    throw unsupported(`FREQ=${String(rule.frequency)}`, "Use DAILY, WEEKLY, MONTHLY or YEARLY.");
  }
  checkNumber("INTERVAL", rule.interval, 1, MAXIMUM_RULE_NUMBER);
  checkNumber("WKST", rule.weekStart, 1, 7);
  checkEnd(rule);
  for (const month of rule.byMonth) checkNumber("BYMONTH", month, 1, 12);
  checkMonthDays(rule);
  for (const day of rule.byDay) checkWeekday(rule, day);
  checkPositions(rule);
}

/** The fault of a rule that is malformed: which part with which value, and what to write instead. */
export function invalid(part: string, advice: string): CoreError {
  return new CoreError("RECURRENCE_INVALID", `The recurrence rule can't have ${part}. ${advice}`);
}

/** The fault of a rule that is sound, but beyond what Neuadd expands. */
export function unsupported(part: string, advice: string): CoreError {
  return new CoreError("RECURRENCE_UNSUPPORTED", `Neuadd does not expand ${part}. ${advice}`);
}

function checkNumber(part: string, value: number, minimum: number, maximum: number): void {
  if (!Number.isInteger(value) || value < minimum || value > maximum) {
    throw invalid(`${part}=${value}`, `Use a whole number from ${minimum} to ${maximum}.`);
  }
}

function checkSigned(part: string, value: number, maximum: number): void {
  const size = Math.abs(value);
  if (!Number.isInteger(value) || size < 1 || size > maximum) {
    throw invalid(
      `${part}=${value}`,
      `Use 1 to ${maximum} to count from the start, or -1 to -${maximum} to count from the end.`,
    );
  }
}

function checkEnd(rule: RecurrenceRule): void {
  if (rule.count !== undefined && rule.until !== undefined) {
    throw invalid("both COUNT and UNTIL", "Use one of the two.");
  }
  if (rule.count !== undefined) checkNumber("COUNT", rule.count, 1, MAXIMUM_RULE_NUMBER);
  if (rule.until !== undefined) dayNumber(rule.until);
}

function checkMonthDays(rule: RecurrenceRule): void {
  if (rule.byMonthDay.length === 0) return;
  for (const day of rule.byMonthDay) checkSigned("BYMONTHDAY", day, 31);
  if (rule.frequency === "WEEKLY") {
    throw invalid(
      "BYMONTHDAY with FREQ=WEEKLY",
      "Use FREQ=MONTHLY for days of the month, or BYDAY for days of the week.",
    );
  }
  if (rule.frequency === "YEARLY" && rule.byMonth.length === 0) {
    throw unsupported(
      "BYMONTHDAY without BYMONTH in FREQ=YEARLY, since programs differ on which months it means",
      "Add the months, such as BYMONTH=9, or every month: BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12.",
    );
  }
}

function checkWeekday(rule: RecurrenceRule, day: RuleWeekday): void {
  checkNumber("a weekday of BYDAY", day.weekday, 1, 7);
  if (day.ordinal === undefined) return;
  if (rule.frequency === "DAILY" || rule.frequency === "WEEKLY") {
    throw invalid(
      `the number ${day.ordinal} before a weekday of BYDAY with FREQ=${rule.frequency}`,
      "Leave the number out, or use FREQ=MONTHLY or FREQ=YEARLY.",
    );
  }
  const isOfYear = rule.frequency === "YEARLY" && rule.byMonth.length === 0;
  checkSigned("a number before a weekday of BYDAY", day.ordinal, isOfYear ? 53 : 5);
}

function checkPositions(rule: RecurrenceRule): void {
  if (rule.bySetPosition.length === 0) return;
  for (const position of rule.bySetPosition) checkSigned("BYSETPOS", position, 366);
  if (rule.byDay.length + rule.byMonthDay.length + rule.byMonth.length === 0) {
    throw invalid(
      "BYSETPOS without days to pick from",
      "Add BYDAY, BYMONTHDAY or BYMONTH, or leave BYSETPOS out.",
    );
  }
}
