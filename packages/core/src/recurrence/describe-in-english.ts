import { monthName, weekdayName } from "../time/calendar-names.ts";
import { sayShortDate } from "../time/say-date.ts";
import type { Frequency, RecurrenceRule, RuleWeekday } from "./recurrence-rule.ts";
import { sortPositions, sortWeekdays } from "./rule-order.ts";

/** Says a checked rule in English. */
export function describeInEnglish(rule: RecurrenceRule): string {
  const clauses = [sayDays(rule), sayMonthLimit(rule), sayPositions(rule), sayWeekStart(rule)];
  const text = clauses.filter((clause) => clause !== "").join(", ");
  if (rule.until !== undefined) {
    return `${text}${text.includes(",") ? "," : ""} until ${sayShortDate(rule.until, "en")}`;
  }
  return rule.count === undefined ? text : `${text}, ${sayTimes(rule.count)}`;
}

const PERIODS: Readonly<Record<Frequency, string>> = {
  DAILY: "day",
  WEEKLY: "week",
  MONTHLY: "month",
  YEARLY: "year",
};

const ORDINALS = ["first", "second", "third", "fourth", "fifth"] as const;

function sayDays(rule: RecurrenceRule): string {
  switch (rule.frequency) {
    case "DAILY":
      return sayDaily(rule);
    case "WEEKLY":
      return sayWeekly(rule);
    case "MONTHLY":
      return sayCalendarDays(rule, "month");
    case "YEARLY":
      return rule.byMonth.length === 0 ? sayCalendarDays(rule, "year") : sayMonthsOfYear(rule);
  }
}

function sayDaily(rule: RecurrenceRule): string {
  const conditions = [
    rule.byMonthDay.length === 0 ? "" : `if it is ${join(sayMonthDays(rule), "or")} of the month`,
    rule.byDay.length === 0 ? "" : `if it is ${join(sayChoices(rule), "or")}`,
  ];
  const text = conditions.filter((condition) => condition !== "").join(", and ");
  return text === "" ? sayEvery(rule) : `${sayEvery(rule)}, ${text}`;
}

function sayWeekly(rule: RecurrenceRule): string {
  const names = sortWeekdays(rule.byDay).map(({ weekday }) => weekdayName(weekday, "en"));
  if (names.length === 0) return sayEvery(rule);
  if (rule.interval === 1) return `every ${join(names, "and")}`;
  if (rule.interval === 2 && names.length === 1) return `every second ${names.join("")}`;
  return `${sayEvery(rule)} on ${join(names, "and")}`;
}

/** Days of the month, and weekdays of the month or year. */
function sayCalendarDays(rule: RecurrenceRule, scope: "month" | "year"): string {
  const days = sayDaysWithin(rule);
  if (days === "") return sayEvery(rule);
  const condition = sayWeekdayCondition(rule);
  if (rule.interval === 1) return `${days} of each ${scope}${condition}`;
  return `${days} of the ${scope}${condition}, ${sayEvery(rule)}`;
}

/** A yearly rule with months: its days lie within these. */
function sayMonthsOfYear(rule: RecurrenceRule): string {
  const months = `in ${join(sayMonths(rule), "and")}`;
  const when = rule.interval === 1 ? `${months} each year` : `${months}, ${sayEvery(rule)}`;
  const days = sayDaysWithin(rule);
  return days === "" ? when : `${days} of the month${sayWeekdayCondition(rule)}, ${when}`;
}

function sayDaysWithin(rule: RecurrenceRule): string {
  if (rule.byMonthDay.length > 0) return join(sayMonthDays(rule), "and");
  const days = sortWeekdays(rule.byDay).map((day) =>
    day.ordinal === undefined ? `every ${weekdayName(day.weekday, "en")}` : sayNumbered(day),
  );
  return join(days, "and");
}

function sayWeekdayCondition(rule: RecurrenceRule): string {
  if (rule.byMonthDay.length === 0 || rule.byDay.length === 0) return "";
  return `, if it is ${join(sayChoices(rule), "or")}`;
}

function sayChoices(rule: RecurrenceRule): string[] {
  return sortWeekdays(rule.byDay).map((day) =>
    day.ordinal === undefined
      ? `a ${weekdayName(day.weekday, "en")}`
      : `${sayNumbered(day)} of the month`,
  );
}

function sayNumbered({ weekday, ordinal = 1 }: RuleWeekday): string {
  return `the ${sayPosition(ordinal)} ${weekdayName(weekday, "en")}`;
}

function sayMonthDays(rule: RecurrenceRule): string[] {
  return sortPositions(rule.byMonthDay).map((day) =>
    day > 0 ? `the ${sayNumber(day)}` : `the ${sayPosition(day)} day`,
  );
}

function sayMonths(rule: RecurrenceRule): string[] {
  return sortPositions(rule.byMonth).map((month) => monthName(month, "en"));
}

function sayMonthLimit(rule: RecurrenceRule): string {
  if (rule.byMonth.length === 0 || rule.frequency === "YEARLY") return "";
  return `in ${join(sayMonths(rule), "and")} only`;
}

function sayPositions(rule: RecurrenceRule): string {
  if (rule.bySetPosition.length === 0) return "";
  const positions = sortPositions(rule.bySetPosition).map(
    (position) => `the ${sayPosition(position)}`,
  );
  return `but only ${join(positions, "and")} of these in each ${PERIODS[rule.frequency]}`;
}

/** Where weeks start only matters if weeks are left out, or days are picked from weeks. */
function sayWeekStart(rule: RecurrenceRule): string {
  const matters = rule.interval > 1 || rule.bySetPosition.length > 0;
  if (rule.weekStart === 1 || rule.frequency !== "WEEKLY" || !matters) return "";
  return `with weeks that start on ${weekdayName(rule.weekStart, "en")}`;
}

function sayEvery(rule: RecurrenceRule): string {
  const period = PERIODS[rule.frequency];
  if (rule.interval === 1) return `every ${period}`;
  return rule.interval === 2 ? `every second ${period}` : `every ${rule.interval} ${period}s`;
}

function sayTimes(count: number): string {
  if (count === 1) return "once";
  return count === 2 ? "twice" : `${count} times`;
}

function sayPosition(position: number): string {
  if (position > 0) return ORDINALS[position - 1] ?? sayNumber(position);
  return position === -1 ? "last" : `${sayPosition(-position)}-to-last`;
}

function sayNumber(value: number): string {
  const tens = value % 100;
  const ending = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th");
  return `${value}${ending}`;
}

function join(items: readonly string[], word: "and" | "or"): string {
  const last = items.at(-1) ?? "";
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(", ")} ${word} ${last}`;
}
