import type { Bilingual } from "../language/bilingual.ts";
import { dayNumber } from "../time/local-date.ts";
import { invalid, unsupported, useOneOf, useRange, useSignedRange } from "./recurrence-faults.ts";
import type { RecurrenceRule, RuleWeekday } from "./recurrence-rule.ts";

/** The greatest INTERVAL and COUNT that a rule may state. */
const MAXIMUM_RULE_NUMBER = 999_999;

/** What FREQ may be. */
export const FREQUENCIES: readonly string[] = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

/**
 * Throws RECURRENCE_INVALID or RECURRENCE_UNSUPPORTED unless the parts of a rule go together and lie in the ranges of
 * RFC 5545 section 3.3.10, and LOCAL_DATE_INVALID if `until` is no date. Rules made by hand are as safe as parsed ones.
 */
export function checkRecurrenceRule(rule: RecurrenceRule): void {
  if (!FREQUENCIES.includes(rule.frequency)) {
    throw unsupported(`FREQ=${String(rule.frequency)}`, useOneOf(FREQUENCIES));
  }
  checkNumber("INTERVAL", rule.interval, 1, MAXIMUM_RULE_NUMBER);
  checkNumber("WKST", rule.weekStart, 1, 7);
  checkEnd(rule);
  for (const month of rule.byMonth) checkNumber("BYMONTH", month, 1, 12);
  checkMonthDays(rule);
  for (const day of rule.byDay) checkWeekday(rule, day);
  checkPositions(rule);
}

function checkNumber(
  part: string | Bilingual,
  value: number,
  minimum: number,
  maximum: number,
): void {
  if (!Number.isInteger(value) || value < minimum || value > maximum) {
    throw invalid(withValue(part, value), useRange(minimum, maximum));
  }
}

function checkSigned(part: string | Bilingual, value: number, maximum: number): void {
  const size = Math.abs(value);
  if (!Number.isInteger(value) || size < 1 || size > maximum) {
    throw invalid(withValue(part, value), useSignedRange(maximum));
  }
}

function withValue(part: string | Bilingual, value: number): Bilingual {
  const { cy, en } = typeof part === "string" ? { cy: part, en: part } : part;
  return { cy: `${cy}=${value}`, en: `${en}=${value}` };
}

function checkEnd(rule: RecurrenceRule): void {
  if (rule.count !== undefined && rule.until !== undefined) {
    throw invalid(
      { cy: "COUNT ac UNTIL gyda'i gilydd", en: "both COUNT and UNTIL" },
      { cy: "Defnyddiwch un o'r ddau.", en: "Use one of the two." },
    );
  }
  if (rule.count !== undefined) checkNumber("COUNT", rule.count, 1, MAXIMUM_RULE_NUMBER);
  if (rule.until !== undefined) dayNumber(rule.until);
}

function checkMonthDays(rule: RecurrenceRule): void {
  if (rule.byMonthDay.length === 0) return;
  for (const day of rule.byMonthDay) checkSigned("BYMONTHDAY", day, 31);
  if (rule.frequency === "WEEKLY") {
    throw invalid(
      { cy: "BYMONTHDAY gyda FREQ=WEEKLY", en: "BYMONTHDAY with FREQ=WEEKLY" },
      {
        cy: "Defnyddiwch FREQ=MONTHLY ar gyfer dyddiau'r mis, neu BYDAY ar gyfer dyddiau'r wythnos.",
        en: "Use FREQ=MONTHLY for days of the month, or BYDAY for days of the week.",
      },
    );
  }
  if (rule.frequency === "YEARLY" && rule.byMonth.length === 0) {
    throw unsupported(
      {
        cy: "BYMONTHDAY heb BYMONTH yn FREQ=YEARLY, gan fod rhaglenni'n anghytuno ynghylch pa fisoedd a olygir",
        en: "BYMONTHDAY without BYMONTH in FREQ=YEARLY, since programs differ on which months it means",
      },
      {
        cy: "Ychwanegwch y misoedd, fel BYMONTH=9, neu bob mis: BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12.",
        en: "Add the months, such as BYMONTH=9, or every month: BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12.",
      },
    );
  }
}

function checkWeekday(rule: RecurrenceRule, day: RuleWeekday): void {
  checkNumber({ cy: "un o ddyddiau BYDAY", en: "a weekday of BYDAY" }, day.weekday, 1, 7);
  if (day.ordinal === undefined) return;
  if (rule.frequency === "DAILY" || rule.frequency === "WEEKLY") {
    throw invalid(
      {
        cy: `y rhif ${day.ordinal} o flaen un o ddyddiau BYDAY gyda FREQ=${rule.frequency}`,
        en: `the number ${day.ordinal} before a weekday of BYDAY with FREQ=${rule.frequency}`,
      },
      {
        cy: "Gadewch y rhif allan, neu defnyddiwch FREQ=MONTHLY neu FREQ=YEARLY.",
        en: "Leave the number out, or use FREQ=MONTHLY or FREQ=YEARLY.",
      },
    );
  }
  const isOfYear = rule.frequency === "YEARLY" && rule.byMonth.length === 0;
  checkSigned(
    { cy: "rhif o flaen un o ddyddiau BYDAY", en: "a number before a weekday of BYDAY" },
    day.ordinal,
    isOfYear ? 53 : 5,
  );
}

function checkPositions(rule: RecurrenceRule): void {
  if (rule.bySetPosition.length === 0) return;
  for (const position of rule.bySetPosition) checkSigned("BYSETPOS", position, 366);
  if (rule.byDay.length + rule.byMonthDay.length + rule.byMonth.length === 0) {
    throw invalid(
      { cy: "BYSETPOS heb ddyddiau i ddewis ohonynt", en: "BYSETPOS without days to pick from" },
      {
        cy: "Ychwanegwch BYDAY, BYMONTHDAY neu BYMONTH, neu gadewch BYSETPOS allan.",
        en: "Add BYDAY, BYMONTHDAY or BYMONTH, or leave BYSETPOS out.",
      },
    );
  }
}
