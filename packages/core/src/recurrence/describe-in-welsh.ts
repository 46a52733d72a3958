import { monthName, weekdayName } from "../time/calendar-names.ts";
import type { Weekday } from "../time/local-date.ts";
import { sayShortDate } from "../time/say-date.ts";
import type { Frequency, RecurrenceRule, RuleWeekday } from "./recurrence-rule.ts";
import { sortPositions, sortWeekdays } from "./rule-order.ts";
import { welshArticle, welshOrdinal, welshYears } from "./welsh-number.ts";

/** Says a checked rule in Welsh. */
export function describeInWelsh(rule: RecurrenceRule): string {
  const clauses = [sayDays(rule), sayMonthLimit(rule), sayPositions(rule), sayWeekStart(rule)];
  const text = clauses.filter((clause) => clause !== "").join(", ");
  if (rule.until !== undefined) {
    return `${text}${text.includes(",") ? "," : ""} tan ${sayShortDate(rule.until, "cy")}`;
  }
  return rule.count === undefined ? text : `${text}, ${sayTimes(rule.count)}`;
}

/** A period as it stands by itself, with the soft mutation that "ail" asks for, and after a number. */
const PERIODS: Readonly<Record<Frequency, { single: string; soft: string }>> = {
  DAILY: { single: "diwrnod", soft: "ddiwrnod" },
  WEEKLY: { single: "wythnos", soft: "wythnos" },
  MONTHLY: { single: "mis", soft: "fis" },
  YEARLY: { single: "blwyddyn", soft: "flwyddyn" },
};

function sayDays(rule: RecurrenceRule): string {
  switch (rule.frequency) {
    case "DAILY":
      return sayDaily(rule);
    case "WEEKLY":
      return sayWeekly(rule);
    case "MONTHLY":
      return sayCalendarDays(rule, "mis");
    case "YEARLY":
      return rule.byMonth.length === 0 ? sayCalendarDays(rule, "blwyddyn") : sayMonthsOfYear(rule);
  }
}

function sayDaily(rule: RecurrenceRule): string {
  const conditions = [
    rule.byMonthDay.length === 0 ? "" : `os ${joinOr(sayMonthDays(rule))} o'r mis yw hwnnw`,
    rule.byDay.length === 0 ? "" : `os ${joinOr(sayChoices(rule))} yw hwnnw`,
  ];
  const text = conditions.filter((condition) => condition !== "").join(", ac ");
  return text === "" ? sayEvery(rule) : `${sayEvery(rule)}, ${text}`;
}

function sayWeekly(rule: RecurrenceRule): string {
  const days = sortWeekdays(rule.byDay).map(({ weekday }) => weekday);
  const names = joinAnd(days.map((weekday) => weekdayName(weekday, "cy")));
  if (names === "") return sayEvery(rule);
  if (rule.interval === 1) return `bob ${names}`;
  // "Yn ail" and "ar" soften the noun that follows them, and only that one: names are those of "dydd".
  if (rule.interval === 2 && days.length === 1) return `bob yn ail ${soften(names)}`;
  return `${sayEvery(rule)} ar ${soften(names)}`;
}

/** Days of the month, and weekdays of the month or year. */
function sayCalendarDays(rule: RecurrenceRule, scope: "mis" | "blwyddyn"): string {
  const days = sayDaysWithin(rule);
  if (days === "") return sayEvery(rule);
  const condition = sayWeekdayCondition(rule);
  if (rule.interval === 1) return `${days} o bob ${scope}${condition}`;
  const theScope = scope === "mis" ? "mis" : "flwyddyn";
  return `${days} o'r ${theScope}${condition}, ${sayEvery(rule)}`;
}

/** A yearly rule with months: its days lie within these. */
function sayMonthsOfYear(rule: RecurrenceRule): string {
  const months = sayMonths(rule);
  const when = rule.interval === 1 ? `${months} ${sayEvery(rule)}` : `${months}, ${sayEvery(rule)}`;
  const days = sayDaysWithin(rule);
  return days === "" ? when : `${days} o'r mis${sayWeekdayCondition(rule)}, ${when}`;
}

function sayDaysWithin(rule: RecurrenceRule): string {
  if (rule.byMonthDay.length > 0) return joinAnd(sayMonthDays(rule));
  const days = sortWeekdays(rule.byDay).map((day) =>
    day.ordinal === undefined ? `bob ${weekdayName(day.weekday, "cy")}` : sayNumbered(day),
  );
  return joinAnd(days);
}

function sayWeekdayCondition(rule: RecurrenceRule): string {
  if (rule.byMonthDay.length === 0 || rule.byDay.length === 0) return "";
  return `, os ${joinOr(sayChoices(rule))} yw hwnnw`;
}

function sayChoices(rule: RecurrenceRule): string[] {
  return sortWeekdays(rule.byDay).map((day) =>
    day.ordinal === undefined ? weekdayName(day.weekday, "cy") : `${sayNumbered(day)} o'r mis`,
  );
}

function sayNumbered({ weekday, ordinal = 1 }: RuleWeekday): string {
  return sayPosition(ordinal, weekdayNoun(weekday));
}

function weekdayNoun(weekday: Weekday): { readonly plain: string; readonly soft: string } {
  const plain = weekdayName(weekday, "cy");
  return { plain, soft: soften(plain) };
}

function sayMonthDays(rule: RecurrenceRule): string[] {
  const noun = { plain: "diwrnod", soft: "ddiwrnod" };
  return sortPositions(rule.byMonthDay).map((day) =>
    day > 0 ? `${welshArticle(day)} ${welshOrdinal(day)}` : sayPosition(day, noun),
  );
}

function sayMonths(rule: RecurrenceRule): string {
  return `ym ${joinAnd(sortPositions(rule.byMonth).map((month) => `mis ${monthName(month, "cy")}`))}`;
}

function sayMonthLimit(rule: RecurrenceRule): string {
  if (rule.byMonth.length === 0 || rule.frequency === "YEARLY") return "";
  return `${sayMonths(rule)} yn unig`;
}

function sayPositions(rule: RecurrenceRule): string {
  if (rule.bySetPosition.length === 0) return "";
  const positions = sortPositions(rule.bySetPosition).map((position) => sayPosition(position));
  const period = PERIODS[rule.frequency].single;
  return `ond ${joinAnd(positions)} o'r rhain yn unig ym mhob ${period}`;
}

/** Where weeks start only matters if weeks are left out, or days are picked from weeks. */
function sayWeekStart(rule: RecurrenceRule): string {
  const matters = rule.interval > 1 || rule.bySetPosition.length > 0;
  if (rule.weekStart === 1 || rule.frequency !== "WEEKLY" || !matters) return "";
  return `gyda'r wythnos yn dechrau ar ${soften(weekdayName(rule.weekStart, "cy"))}`;
}

function sayEvery(rule: RecurrenceRule): string {
  const period = PERIODS[rule.frequency];
  if (rule.interval === 1) return rule.frequency === "DAILY" ? "bob dydd" : `bob ${period.single}`;
  if (rule.interval === 2) return `bob yn ail ${period.soft}`;
  const noun = rule.frequency === "YEARLY" ? welshYears(rule.interval) : period.single;
  return `bob ${rule.interval} ${noun}`;
}

function sayTimes(count: number): string {
  if (count === 1) return "unwaith";
  return count === 2 ? "dwywaith" : `${count} gwaith`;
}

/** A place in an order, with its article, and with the noun that is ordered if there is one. */
function sayPosition(
  position: number,
  noun?: { readonly plain: string; readonly soft: string },
): string {
  const plain = noun === undefined ? "" : ` ${noun.plain}`;
  if (position === 1) return noun === undefined ? "y cyntaf" : `y${plain} cyntaf`;
  if (position === 2) return noun === undefined ? "yr ail" : `yr ail ${noun.soft}`;
  if (position > 0) {
    const ordinal = MASCULINE_ORDINALS[position - 3] ?? welshOrdinal(position);
    return `${welshArticle(position)} ${ordinal}${plain}`;
  }
  const last = position === -1 ? "olaf" : `olaf ond ${CARDINALS[-position - 2] ?? -position - 1}`;
  return noun === undefined ? `yr ${last}` : `y${plain} ${last}`;
}

/** From three on: they stand before their noun and do not mutate a masculine one. */
const MASCULINE_ORDINALS = ["trydydd", "pedwerydd", "pumed"] as const;
const CARDINALS = ["un", "dau", "tri", "pedwar"] as const;

/** The soft mutation of words in d-, which is all that is asked of it here. */
function soften(text: string): string {
  return text.replace(/^d(?!d)/, "dd");
}

/** "A" joins; it becomes "a'r" with an article. No word that is joined here starts with a vowel, c, p or t. */
function joinAnd(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  if (items.length < 2) return last;
  const start = items.slice(0, -1).join(", ");
  return `${start} a${/^yr? /.test(last) ? "'r " : " "}${last.replace(/^yr? /, "")}`;
}

/** "Neu" joins choices: it softens the word after it, and becomes "neu'r" with an article. */
function joinOr(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  if (items.length < 2) return last;
  const start = items.slice(0, -1).join(", ");
  const isDefinite = /^yr? /.test(last);
  return `${start} neu${isDefinite ? "'r " : " "}${isDefinite ? last.replace(/^yr? /, "") : soften(last)}`;
}
