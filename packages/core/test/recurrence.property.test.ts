import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  describeRecurrenceRule,
  expandRecurrence,
  nextOccurrences,
  parseRecurrenceRule,
  printRecurrenceRule,
} from "../src/index.ts";
import { dayNumber } from "../src/time/local-date.ts";
import { periodDays } from "../src/recurrence/period-days.ts";
import { dailyDays } from "../src/recurrence/daily-days.ts";
import { isPlain, plainDays } from "../src/recurrence/plain-days.ts";
import { expandNaively } from "./naive-recurrence.ts";
import { recurrenceCases } from "./recurrence-rule-arbitrary.ts";

describe("expandRecurrence", () => {
  it("gives the dates that looking at every day gives", () => {
    fc.assert(
      fc.property(recurrenceCases, ({ rule, first, until }) => {
        expect(expandRecurrence(rule, first, { until })).toEqual(expandNaively(rule, first, until));
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same dates by the fast path and by the general one", () => {
    const plainCases = recurrenceCases.filter(({ rule }) => isPlain(rule));
    fc.assert(
      fc.property(plainCases, fc.nat(400), ({ rule, first, until }, skippedDays) => {
        const [start, end] = [dayNumber(first), dayNumber(until)];
        const general = rule.frequency === "DAILY" ? dailyDays : periodDays;
        const from = start + skippedDays;
        expect([...plainDays(rule, start, from, end)]).toEqual([
          ...general(rule, start, from, end),
        ]);
      }),
      { numRuns: 200 },
    );
  });

  it("gives the dates up to any day and the dates after it, as one list", () => {
    fc.assert(
      fc.property(recurrenceCases, fc.nat(1000), ({ rule, first, until }, days) => {
        const { count: _count, until: _until, ...endless } = rule;
        const middle = addDays(first, days);
        const whole = expandRecurrence(endless, first, { until });
        const start = whole.filter((date) => date <= middle);
        const rest = whole.length - start.length;
        expect(
          expandRecurrence(endless, first, { until: middle < until ? middle : until }),
        ).toEqual(start);
        expect(nextOccurrences(endless, first, middle, rest)).toEqual(whole.slice(start.length));
      }),
      { numRuns: 200 },
    );
  });

  it("gives what looking at every day gives from any day on, also of rules that count", () => {
    fc.assert(
      fc.property(
        recurrenceCases,
        fc.integer({ min: -100, max: 1000 }),
        ({ rule, first, until }, days) => {
          const from = addDays(first, days);
          expect(expandRecurrence(rule, first, { from, until })).toEqual(
            expandNaively(rule, first, until).filter((date) => date >= from),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it("gives the first dates only, if the limits say how many", () => {
    fc.assert(
      fc.property(recurrenceCases, fc.nat(20), ({ rule, first, until }, count) => {
        const whole = expandRecurrence(rule, first, { until });
        expect(expandRecurrence(rule, first, { until, count })).toEqual(whole.slice(0, count));
      }),
      { numRuns: 100 },
    );
  });
});

describe("printRecurrenceRule", () => {
  it("prints what is parsed as the same rule again", () => {
    fc.assert(
      fc.property(recurrenceCases, ({ rule }) => {
        expect(parseRecurrenceRule(printRecurrenceRule(rule))).toEqual(rule);
      }),
    );
  });

  it("prints alike whatever the order, the case and the repetition of the parts", () => {
    fc.assert(
      fc.property(recurrenceCases, ({ text, rule }) => {
        const turned = text
          .split(";")
          .map((part) => {
            const [name = "", values = ""] = part.split("=");
            const list = values.split(",");
            return `${name}=${(name.startsWith("BY") ? [...list, ...list].toReversed() : list).join(",")}`;
          })
          .toReversed()
          .join(";")
          .toLowerCase();
        expect(printRecurrenceRule(parseRecurrenceRule(turned))).toBe(printRecurrenceRule(rule));
      }),
    );
  });
});

describe("parseRecurrenceRule", () => {
  it("never fails but with a code of its own, whatever the text", () => {
    const fragments = fc.constantFrom(
      ..."FREQ INTERVAL COUNT UNTIL BYDAY BYMONTHDAY BYMONTH BYSETPOS WKST BYHOUR DAILY WEEKLY YEARLY TU -1FR 31 -7 0 20270715 20270230 = ; , + T Z RRULE:".split(
        " ",
      ),
    );
    const junk = fc.oneof(
      fc.string(),
      fc.array(fragments).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(junk, (text) => {
        let code = "";
        try {
          parseRecurrenceRule(text);
        } catch (error) {
          code = String(Reflect.get(Object(error), "code"));
        }
        expect(["", "RECURRENCE_INVALID", "RECURRENCE_UNSUPPORTED"]).toContain(code);
      }),
      { numRuns: 300 },
    );
  });
});

describe("describeRecurrenceRule", () => {
  it("says rules that differ in different words, in both languages", () => {
    fc.assert(
      fc.property(fc.array(recurrenceCases, { minLength: 50, maxLength: 100 }), (cases) => {
        for (const language of ["cy", "en"] as const) {
          const rulesByWords = new Map<string, string>();
          for (const { rule } of cases) {
            const words = describeRecurrenceRule(rule, language);
            // Where weeks start is only said where it matters.
            const printed = printRecurrenceRule({ ...rule, weekStart: 1 });
            expect(rulesByWords.get(words) ?? printed).toBe(printed);
            rulesByWords.set(words, printed);
            expect(words).not.toMatch(/undefined|NaN| {2}|,,/);
          }
        }
      }),
      { numRuns: 10 },
    );
  });
});
