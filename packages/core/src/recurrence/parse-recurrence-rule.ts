import type { Bilingual } from "../language/bilingual.ts";
import { isLocalDate, type LocalDate, type Weekday } from "../time/local-date.ts";
import { checkRecurrenceRule, FREQUENCIES } from "./check-recurrence-rule.ts";
import { invalid, unsupported, useOneOf } from "./recurrence-faults.ts";
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

const ONLY_PARTS: Bilingual = {
  cy: `Defnyddiwch y rhain yn unig: ${PARTS.join(", ")}.`,
  en: `Use only ${PARTS.join(", ")}.`,
};

const JOIN_PARTS: Bilingual = {
  cy: "Unwch y gwerthoedd mewn un rhan, neu gadewch un allan.",
  en: "Join the values into one part, or leave one out.",
};

const WEEKDAYS_OF_RULES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

function splitParts(text: string): Map<Part, string> {
  if (text.length > MAXIMUM_LENGTH) {
    throw invalid(
      { cy: `testun o ${text.length} nod`, en: `a text of ${text.length} characters` },
      {
        cy: `Defnyddiwch ${MAXIMUM_LENGTH} ar y mwyaf; gellir ychwanegu dyddiadau unigol a'u gadael allan wrth ochr y rheol.`,
        en: `Use at most ${MAXIMUM_LENGTH}; single dates can be added and left out beside the rule.`,
      },
    );
  }
  if (!/^[\x21-\x7e]*$/.test(text)) {
    throw invalid(
      { cy: `y testun ${quote(text)}`, en: `the text ${quote(text)}` },
      {
        cy: "Ysgrifennwch hi ar un llinell, heb fylchau, fel FREQ=WEEKLY;BYDAY=TU.",
        en: "Write it in one line, without spaces, as FREQ=WEEKLY;BYDAY=TU.",
      },
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
        { cy: `y rhan ${quote(item)}`, en: `the part ${quote(item)}` },
        {
          cy: "Ysgrifennwch rannau fel ENW=GWERTH, gyda hanner colon rhwng dwy.",
          en: "Write parts as NAME=VALUE, with a semicolon between two.",
        },
      );
    }
    const part = PARTS.find((known) => known === name);
    if (part === undefined) throw unsupported(name, ONLY_PARTS);
    if (parts.has(part))
      throw invalid({ cy: `${part} ddwywaith`, en: `${part} twice` }, JOIN_PARTS);
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
      throw unsupported(`FREQ=${value}`, useOneOf(FREQUENCIES));
    case undefined:
      throw invalid(
        { cy: "dim FREQ", en: "no FREQ" },
        { cy: "Dywedwch pa mor aml, fel FREQ=WEEKLY.", en: "Say how often, as FREQ=WEEKLY." },
      );
    default:
      throw invalid(`FREQ=${quote(value)}`, useOneOf(FREQUENCIES));
  }
}

function readNumber(part: Part, value: string): number {
  if (!/^\d{1,9}$/.test(value)) {
    throw invalid(`${part}=${quote(value)}`, {
      cy: "Defnyddiwch rif cyfan mewn ffigurau, heb arwydd.",
      en: "Use a whole number in digits, without a sign.",
    });
  }
  return Number(value);
}

function readUntil(value: string): LocalDate {
  const [, year, month, day, time] = /^(\d{4})(\d\d)(\d\d)(T\d{6}Z?)?$/.exec(value) ?? [];
  const date = `${year}-${month}-${day}`;
  if (!isLocalDate(date)) {
    throw invalid(`UNTIL=${quote(value)}`, {
      cy: "Defnyddiwch ddyddiad sy'n bod, fel UNTIL=20270715.",
      en: "Use a date that exists, as UNTIL=20270715.",
    });
  }
  if (time !== undefined) {
    throw unsupported(
      {
        cy: `UNTIL=${value}, dyddiad gydag amser, gan mai dyddiadau a ailadroddir`,
        en: `UNTIL=${value}, a date with a time, since occurrences are dates`,
      },
      {
        cy: `Ysgrifennwch y dyddiad olaf yn unig, fel UNTIL=${year}${month}${day}; cofiwch y gall amser UTC fod ar ddyddiad lleol arall.`,
        en: `Write the last date alone, as UNTIL=${year}${month}${day}; mind that a time in UTC may lie on another local date.`,
      },
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
      throw invalid(`${part}=${quote(item)}`, {
        cy: "Defnyddiwch rifau cyfan mewn ffigurau, gyda choma rhyngddynt.",
        en: "Use whole numbers in digits, with commas between them.",
      });
    }
    return Number(item);
  });
  return sortPositions(positions);
}

function readRuleWeekday(item: string): RuleWeekday {
  const [, ordinal, code] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(item) ?? [];
  const weekday = code === undefined ? undefined : weekdayOfCode(code);
  if (weekday === undefined) {
    throw invalid(`BYDAY=${quote(item)}`, {
      cy: "Defnyddiwch MO, TU, WE, TH, FR, SA neu SU, gyda rhif o'i flaen lle golygir y cyntaf neu'r olaf, fel -1FR.",
      en: "Use MO, TU, WE, TH, FR, SA or SU, with a number before it where the first or last is meant, as -1FR.",
    });
  }
  return ordinal === undefined ? { weekday } : { weekday, ordinal: Number(ordinal) };
}

function readWeekStart(value: string): Weekday {
  const weekday = weekdayOfCode(value);
  if (weekday === undefined) {
    throw invalid(`WKST=${quote(value)}`, useOneOf(WEEKDAYS_OF_RULES));
  }
  return weekday;
}

/** Messages quote what they refuse, but never pages of it. */
function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
