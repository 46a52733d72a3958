import { deepStrictEqual } from "node:assert";
import { expandRecurrence, parseRecurrenceRule, toInstant } from "@neuadd/core";
import { RRuleTemporal } from "rrule-temporal";
import { medianNanoseconds, type Row, sayNanoseconds } from "./row.ts";
import { RRule } from "./rrule-library.ts";

const ZONE = "Europe/London";
const FIRST = "2026-09-08";
const UNTIL = "2027-07-15";
const TIME = "18:00";

/** A weekly series of one school year: every date, and the instant of 18:00 in London on it. */
export async function schoolYearSeries(): Promise<Row[]> {
  const expected = ours();
  // The temporal rival is right in London; all three are asked for the same 45 instants.
  deepStrictEqual(withRRuleTemporal(), expected);
  deepStrictEqual(withRRule().length, expected.length);

  const oursTime = await medianNanoseconds(ours);
  const temporalTime = await medianNanoseconds(withRRuleTemporal);
  const rruleTime = await medianNanoseconds(withRRule);
  const what = `weekly series of a school year (${expected.length} dates) → instants in London`;
  return [against("rrule-temporal", temporalTime, 5), against("rrule with TZID", rruleTime, 100)];

  function against(name: string, rivalTime: number, factor: number): Row {
    const ratio = rivalTime / oursTime;
    return {
      what,
      toReach: `≥ ${factor}× faster than ${name}`,
      ours: sayNanoseconds(oursTime),
      rival: `${name} ${sayNanoseconds(rivalTime)}`,
      ratio: `${ratio.toFixed(1)}×`,
      reached: ratio >= factor,
    };
  }
}

function ours(): number[] {
  const rule = parseRecurrenceRule("FREQ=WEEKLY");
  return expandRecurrence(rule, FIRST, { until: UNTIL }).map((date) => toInstant(date, TIME, ZONE));
}

function withRRuleTemporal(): number[] {
  const rule = new RRuleTemporal({
    rruleString: `DTSTART;TZID=${ZONE}:20260908T180000\nRRULE:FREQ=WEEKLY;UNTIL=20270715T225959Z`,
  });
  return rule.all().map((date) => date.epochMilliseconds);
}

function withRRule(): number[] {
  const rule = new RRule({
    freq: RRule.WEEKLY,
    dtstart: new Date(Date.UTC(2026, 8, 8, 18)),
    until: new Date(Date.UTC(2027, 6, 15, 22, 59, 59)),
    tzid: ZONE,
  });
  return rule.all().map((date) => date.getTime());
}
