import { expandRecurrence, localDate, parseRecurrenceRule } from "@neuadd/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repeatPattern } from "./repeat-pattern.ts";

describe("repeatPattern", () => {
  it("needs no rule for one date, and gives nothing for none", () => {
    expect(repeatPattern([])).toBeUndefined();
    expect(repeatPattern(["2026-09-08"], "FREQ=WEEKLY")).toEqual({
      first: "2026-09-08",
      last: "2026-09-08",
      exceptDates: [],
    });
  });

  it("leaves half term out of every week", () => {
    expect(repeatPattern(["2026-10-20", "2026-11-03", "2026-10-13"])).toEqual({
      first: "2026-10-13",
      last: "2026-11-03",
      rule: "FREQ=WEEKLY;BYDAY=TU",
      exceptDates: ["2026-10-27"],
    });
  });

  it("takes the booking's own rule where that leaves out less", () => {
    const monthly = ["2026-09-01", "2026-10-06", "2026-11-03", "2026-12-01"];
    expect(repeatPattern(monthly, "FREQ=MONTHLY;BYDAY=1TU;COUNT=4")).toMatchObject({
      rule: "FREQ=MONTHLY;BYDAY=1TU",
      exceptDates: [],
    });
    expect(repeatPattern(["2026-09-08", "2026-09-10"], "FREQ=WEEKLY")).toMatchObject({
      rule: "FREQ=WEEKLY;BYDAY=TU,TH",
    });
  });

  it("gives exactly the dates, whatever they and the rule are", () => {
    const dates = fc.uniqueArray(fc.integer({ min: 20_600, max: 20_900 }).map(localDate), {
      minLength: 2,
      maxLength: 40,
    });
    const rules = fc.constantFrom(
      undefined,
      "FREQ=DAILY",
      "FREQ=WEEKLY;INTERVAL=2",
      "FREQ=NONSENSE",
    );
    fc.assert(
      fc.property(dates, rules, (wanted, ownRule) => {
        const pattern = repeatPattern(wanted, ownRule);
        const { first = "", last = "", rule = "", exceptDates = [] } = pattern ?? {};
        const given = expandRecurrence(parseRecurrenceRule(rule), first, { until: last });
        expect(given.filter((date) => !exceptDates.includes(date))).toEqual(wanted.toSorted());
      }),
      { numRuns: 100 },
    );
  });
});
