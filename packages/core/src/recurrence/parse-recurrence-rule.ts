import { isLocalDate, type LocalDate, type Weekday } from "../time/local-date.ts";
import { checkRecurrenceRule, invalid, unsupported } from "./check-recurrence-rule.ts";
import type { Frequency, RecurrenceRule, RuleWeekday } from "./recurrence-rule.ts";
import { sortPositions, sortWeekdays } from "./rule-order.ts";
import { weekdayOfCode } from "./weekday-codes.ts";

/**
 * Reads an RRULE value (RFC 5545 section 3.3.10), with or without `RRULE:` before it, in upper or lower case.
 *
 * Taken are FREQ (DAILY, WEEKLY, MONTHLY, YEARLY), INTERVAL, COUNT, UNTIL as a date, BYDAY, BYMONTHDAY, BYMONTH,
 * BYSETPOS and WKST. The rule comes back in its normal form: defaults filled in, lists sorted, each value once; so two
 * texts that say the same give equal rules.
 *
 * Throws RECURRENCE_UNSUPPORTED for what RFC 5545 knows but Neuadd does not expand (hourly rules, BYWEEKNO, BYYEARDAY,
 * UNTIL with a time, FREQ=YEARLY with BYMONTHDAY but no BYMONTH, unknown parts), and RECURRENCE_INVALID for all else:
 * parts that exclude each other, numbers out of range, parts that are empty or come twice, text that is no rule at all.
 *
 * @example
 * ```ts
 * import { parseRecurrenceRule } from "@neuadd/core";
 *
 * const rule = parseRecurrenceRule("FREQ=MONTHLY;BYDAY=-1FR");
 * rule.byDay; //=> [{ weekday: 5, ordinal: -1 }]
 * rule.interval; //=> 1
 * ```
 */
export function parseRecurrenceRule(text: string): RecurrenceRule {
  const parts = splitParts(text);
  const count = parts.get("COUNT");
  const until = parts.get("UNTIL");
  const rule: RecurrenceRule = {
    frequency: readFrequency(parts.get("FREQ")),
    interval: readNumber("INTERVAL", parts.get("INTERVAL") ?? "1"),
    ...(count === undefined ? {} : { count: readNumber("COUNT", count) }),
    ...(until === undefined ? {} : { until: readUntil(until) }),
    byDay: sortWeekdays(readList(parts.get("BYDAY"), readRuleWeekday)),
    byMonthDay: readPositions("BYMONTHDAY", parts),
    byMonth: sortPositions(readList(parts.get("BYMONTH"), (item) => readNumber("BYMONTH", item))),
    bySetPosition: readPositions("BYSETPOS", parts),
    weekStart: readWeekStart(parts.get("WKST") ?? "MO"),
  };
  checkRecurrenceRule(rule);
  return rule;
}

const MAXIMUM_LENGTH = 1000;

const PARTS = [
  "FREQ",
  "INTERVAL",
  "COUNT",
  "UNTIL",
  "BYDAY",
  "BYMONTHDAY",
  "BYMONTH",
  "BYSETPOS",
  "WKST",
] as const;
type Part = (typeof PARTS)[number];

function splitParts(text: string): Map<Part, string> {
  if (text.length > MAXIMUM_LENGTH) {
    throw invalid(
      `a text of ${text.length} characters`,
      `Use at most ${MAXIMUM_LENGTH}; single dates can be added and left out beside the rule.`,
    );
  }
  if (!/^[\x21-\x7e]*$/.test(text)) {
    throw invalid(
      `the text ${quote(text)}`,
      "Write it in one line, without spaces, as FREQ=WEEKLY;BYDAY=TU.",
    );
  }
  const parts = new Map<Part, string>();
  for (const item of text
    .toUpperCase()
    .replace(/^RRULE:/, "")
    .split(";")) {
    const [, name, value] = /^([A-Z][A-Z0-9-]*)=([A-Z0-9,+-]+)$/.exec(item) ?? [];
    if (name === undefined || value === undefined) {
      throw invalid(
        `the part ${quote(item)}`,
        "Write parts as NAME=VALUE, with a semicolon between two.",
      );
    }
    const part = PARTS.find((known) => known === name);
    if (part === undefined) throw unsupported(name, `Use only ${PARTS.join(", ")}.`);
    if (parts.has(part))
      throw invalid(`${part} twice`, "Join the values into one part, or leave one out.");
    parts.set(part, value);
  }
  return parts;
}

function readFrequency(value: string | undefined): Frequency {
  switch (value) {
    case "DAILY":
    case "WEEKLY":
    case "MONTHLY":
    case "YEARLY":
      return value;
    case "HOURLY":
    case "MINUTELY":
    case "SECONDLY":
      throw unsupported(`FREQ=${value}`, "Use DAILY, WEEKLY, MONTHLY or YEARLY.");
    case undefined:
      throw invalid("no FREQ", "Say how often, as FREQ=WEEKLY.");
    default:
      throw invalid(`FREQ=${quote(value)}`, "Use DAILY, WEEKLY, MONTHLY or YEARLY.");
  }
}

function readNumber(part: Part, value: string): number {
  if (!/^\d{1,9}$/.test(value)) {
    throw invalid(`${part}=${quote(value)}`, "Use a whole number in digits, without a sign.");
  }
  return Number(value);
}

function readUntil(value: string): LocalDate {
  const [, year, month, day, time] = /^(\d{4})(\d\d)(\d\d)(T\d{6}Z?)?$/.exec(value) ?? [];
  const date = `${year}-${month}-${day}`;
  if (!isLocalDate(date)) {
    throw invalid(`UNTIL=${quote(value)}`, "Use a date that exists, as UNTIL=20270715.");
  }
  if (time !== undefined) {
    throw unsupported(
      `UNTIL=${value}, a date with a time, since occurrences are dates`,
      `Write the last date alone, as UNTIL=${year}${month}${day}; mind that a time in UTC may lie on another local date.`,
    );
  }
  return date;
}

function readList<Item>(value: string | undefined, read: (item: string) => Item): Item[] {
  return value === undefined ? [] : value.split(",").map(read);
}

function readPositions(
  part: "BYMONTHDAY" | "BYSETPOS",
  parts: ReadonlyMap<Part, string>,
): number[] {
  const positions = readList(parts.get(part), (item) => {
    if (!/^[+-]?\d{1,3}$/.test(item)) {
      throw invalid(
        `${part}=${quote(item)}`,
        "Use whole numbers in digits, with commas between them.",
      );
    }
    return Number(item);
  });
  return sortPositions(positions);
}

function readRuleWeekday(item: string): RuleWeekday {
  const [, ordinal, code] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(item) ?? [];
  const weekday = code === undefined ? undefined : weekdayOfCode(code);
  if (weekday === undefined) {
    throw invalid(
      `BYDAY=${quote(item)}`,
      "Use MO, TU, WE, TH, FR, SA or SU, with a number before it where the first or last is meant, as -1FR.",
    );
  }
  return ordinal === undefined ? { weekday } : { weekday, ordinal: Number(ordinal) };
}

function readWeekStart(value: string): Weekday {
  const weekday = weekdayOfCode(value);
  if (weekday === undefined) {
    throw invalid(`WKST=${quote(value)}`, "Use MO, TU, WE, TH, FR, SA or SU.");
  }
  return weekday;
}

/** Messages quote what they refuse, but never pages of it. */
function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
