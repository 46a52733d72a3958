import { spawnSync } from "node:child_process";
import fc from "fast-check";
import * as rruleNamespace from "rrule";
import { RRuleTemporal } from "rrule-temporal";
import { describe, expect, it } from "vitest";
import { expandRecurrence, type LocalDate, printRecurrenceRule } from "../src/index.ts";
import {
  mixesNumberedWeekdays,
  type RecurrenceCase,
  recurrenceCases,
} from "./recurrence-rule-arbitrary.ts";

// The package has a default export in Node and none in a bundle.
const { RRule } = (Reflect.get(rruleNamespace, "default") ??
  rruleNamespace) as typeof rruleNamespace;

/** What all libraries are asked: a rule that ends, and what we say its dates are. */
interface Question {
  readonly rule: string;
  readonly first: LocalDate;
  readonly ours: readonly LocalDate[];
}

/**
 * Ends a rule within the span of its case. COUNT stays only if it is reached there: libraries look for the missing
 * dates of a rare rule for seconds.
 */
function ask({ rule, first, until }: RecurrenceCase): Question {
  const ours = expandRecurrence(rule, first, { until });
  const { count, until: _until, ...endless } = rule;
  const last = rule.until !== undefined && rule.until < until ? rule.until : until;
  const ended = count === ours.length ? { ...endless, count } : { ...endless, until: last };
  return { rule: printRecurrenceRule(ended), first, ours };
}

/** A rule that has no dates before UNTIL sends rrule and dateutil on a search to the year 9999. */
function hasDates(item: RecurrenceCase): boolean {
  return ask(item).ours.length > 0;
}

/**
 * Of a BYDAY with plain and with numbered weekdays, all three take the numbered ones alone, or want a day to be both;
 * RFC 5545 section 3.3.10 makes it a list, so that a day of either kind is in.
 */
function takesAllWeekdays({ rule }: RecurrenceCase): boolean {
  return !mixesNumberedWeekdays(rule);
}

/**
 * rrule and dateutil count the positions of the first week from the first date on. RFC 5545 picks from the whole set
 * of the week, and drops dates before the first afterwards.
 */
function isCommonGround(item: RecurrenceCase): boolean {
  const { frequency, bySetPosition } = item.rule;
  return takesAllWeekdays(item) && !(frequency === "WEEKLY" && bySetPosition.length > 0);
}

function compact(date: LocalDate): string {
  return `${date.replaceAll("-", "")}T000000Z`;
}

function withUtcEnd(rule: string): string {
  return rule.replace(/UNTIL=(\d{8})/, "UNTIL=$1T000000Z");
}

describe("expandRecurrence", () => {
  it("agrees with rrule-temporal, where that is right", () => {
    // In a year of 52 Mondays it takes the first of the next year for the 53rd.
    const asksForWeek53 = ({ rule }: RecurrenceCase): boolean =>
      rule.byDay.some(({ ordinal }) => Math.abs(ordinal ?? 0) === 53);
    const cases = recurrenceCases.filter((item) => takesAllWeekdays(item) && !asksForWeek53(item));
    fc.assert(
      fc.property(cases, (item) => {
        const { rule, first, ours } = ask(item);
        const rival = new RRuleTemporal({
          rruleString: `DTSTART:${compact(first)}\nRRULE:${withUtcEnd(rule)}`,
        });
        expect(rival.all().map((date) => date.toString().slice(0, 10))).toEqual(ours);
      }),
      { numRuns: 200 },
    );
  });

  it("agrees with rrule, where that is right", () => {
    // Its negative positions beyond the set give the first date, and two positions on one date give it twice.
    const inPositions = ({ rule }: RecurrenceCase): boolean =>
      rule.bySetPosition.length === 0 ||
      (rule.bySetPosition.length === 1 && (rule.bySetPosition[0] ?? 0) > 0);
    const cases = recurrenceCases.filter(
      (item) => isCommonGround(item) && inPositions(item) && hasDates(item),
    );
    fc.assert(
      fc.property(cases, (item) => {
        const { rule, first, ours } = ask(item);
        const rival = RRule.fromString(`DTSTART:${compact(first)}\nRRULE:${withUtcEnd(rule)}`);
        expect(rival.all().map((date) => date.toISOString().slice(0, 10))).toEqual(ours);
      }),
      { numRuns: 100 },
    );
  });
});

const DATEUTIL = `
import json, sys
from datetime import datetime
from dateutil.rrule import rrulestr
questions = json.load(sys.stdin)
print(json.dumps([
    [date.strftime("%Y-%m-%d") for date in rrulestr(item["rule"], dtstart=datetime.fromisoformat(item["first"]))]
    for item in questions
]))
`;

const hasDateutil = spawnSync("python3", ["-c", "import dateutil.rrule"]).status === 0;
const isRequired = process.env["NEUADD_REQUIRE_ALL"] === "1";

describe("expandRecurrence, beside python-dateutil", () => {
  it.skipIf(!hasDateutil && !isRequired)(
    "agrees (skipped where python3 can't import dateutil, unless NEUADD_REQUIRE_ALL=1)",
    () => {
      const cases = recurrenceCases.filter((item) => isCommonGround(item) && hasDates(item));
      fc.assert(
        fc.property(fc.array(cases, { minLength: 300, maxLength: 300 }), (items) => {
          const questions = items.map(ask);
          const run = spawnSync("python3", ["-c", DATEUTIL], {
            input: JSON.stringify(questions),
            encoding: "utf8",
          });
          expect(run.stderr).toBe("");
          const answers: unknown = JSON.parse(run.stdout);
          const theirs = Array.isArray(answers) ? answers : [];
          const differing = questions.filter(
            ({ ours }, index) => JSON.stringify(theirs[index]) !== JSON.stringify(ours),
          );
          expect(differing).toEqual([]);
        }),
        // Each run is one process, so that shrinking would start hundreds.
        { numRuns: 1, endOnFailure: true },
      );
    },
    30_000,
  );
});
