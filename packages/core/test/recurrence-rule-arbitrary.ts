import fc from "fast-check";
import {
  type Frequency,
  localDate,
  type LocalDate,
  parseRecurrenceRule,
  type RecurrenceRule,
} from "../src/index.ts";

/** A rule, the date that anchors it, and a last date that keeps a naive expansion short. */
export interface RecurrenceCase {
  readonly text: string;
  readonly rule: RecurrenceRule;
  readonly first: LocalDate;
  readonly until: LocalDate;
}

const CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const SPAN_DAYS: Readonly<Record<Frequency, number>> = {
  DAILY: 500,
  WEEKLY: 800,
  MONTHLY: 2200,
  YEARLY: 5000,
};

const code = fc.constantFrom(...CODES);
const months = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 });
const monthDays = fc.array(
  fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -31, max: -1 })),
  { minLength: 1, maxLength: 6 },
);
const positions = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(1, 2, 3, -1, -2) },
    { weight: 1, arbitrary: fc.constantFrom(5, 9, 31, -7, -31, 200, 366, -366) },
  ),
  { minLength: 1, maxLength: 3 },
);
const ends = fc.oneof(
  fc.constant(""),
  fc.integer({ min: 1, max: 40 }).map((count) => `COUNT=${count}`),
  fc
    .integer({ min: 9_000, max: 23_000 })
    .map((day) => `UNTIL=${localDate(day).replaceAll("-", "")}`),
);

const frequencies = fc.constantFrom<Frequency>("DAILY", "WEEKLY", "MONTHLY", "YEARLY");

/** Texts of rules over the whole grammar that Neuadd expands; impossible rules are among them. */
const ruleTexts = frequencies.chain((frequency) =>
  fc
    .record({
      interval: fc.oneof(
        { weight: 3, arbitrary: fc.constant(1) },
        { weight: 2, arbitrary: fc.integer({ min: 2, max: 14 }) },
      ),
      end: ends,
      months: fc.option(months, { freq: 2 }),
      monthDays: fc.option(monthDays, { freq: 2 }),
      weekStart: fc.option(code, { freq: 1 }),
      positions: fc.option(positions, { freq: 1 }),
    })
    .chain((parts) =>
      fc.option(weekdays(frequency, parts.months !== null), { freq: 2 }).map((days) => {
        const hasMonthDays =
          frequency !== "WEEKLY" && !(frequency === "YEARLY" && parts.months === null);
        const monthDayList = hasMonthDays ? parts.monthDays : null;
        const hasSet = days !== null || monthDayList !== null || parts.months !== null;
        return [
          `FREQ=${frequency}`,
          parts.interval === 1 ? "" : `INTERVAL=${parts.interval}`,
          parts.end,
          list("BYMONTH", parts.months),
          list("BYMONTHDAY", monthDayList),
          list("BYDAY", days),
          hasSet ? list("BYSETPOS", parts.positions) : "",
          parts.weekStart === null ? "" : `WKST=${parts.weekStart}`,
        ]
          .filter((part) => part !== "")
          .join(";");
      }),
    ),
);

export const recurrenceCases: fc.Arbitrary<RecurrenceCase> = fc
  .record({ text: ruleTexts, firstDay: fc.integer({ min: 9_000, max: 22_000 }) })
  .map(({ text, firstDay }) => {
    const rule = parseRecurrenceRule(text);
    const until = localDate(firstDay + SPAN_DAYS[rule.frequency]);
    return { text, rule, first: localDate(firstDay), until };
  });

/** Whether a rule's BYDAY has weekdays with and without a number: some libraries then want both to hold. */
export function mixesNumberedWeekdays(rule: RecurrenceRule): boolean {
  const numbered = rule.byDay.filter(({ ordinal }) => ordinal !== undefined).length;
  return numbered > 0 && numbered < rule.byDay.length;
}

function weekdays(frequency: Frequency, hasMonths: boolean): fc.Arbitrary<string[]> {
  const largest = frequency === "YEARLY" && !hasMonths ? 53 : 5;
  const ordinal = fc.oneof(
    fc.constant(""),
    fc.integer({ min: 1, max: largest }).map(String),
    fc.integer({ min: -largest, max: -1 }).map(String),
  );
  const takesOrdinals = frequency === "MONTHLY" || frequency === "YEARLY";
  const day = takesOrdinals
    ? fc.tuple(ordinal, code).map(([number, name]) => `${number}${name}`)
    : code;
  return fc.array(day, { minLength: 1, maxLength: 5 });
}

function list(name: string, values: readonly (number | string)[] | null): string {
  return values === null ? "" : `${name}=${values.join(",")}`;
}
