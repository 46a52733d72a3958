import { describe, expect, it } from "vitest";
import { toInstant } from "../time/zone.ts";
import { expandRecurrence, type RecurrenceLimits } from "./expand-recurrence.ts";
import { parseRecurrenceRule } from "./parse-recurrence-rule.ts";

function expand(rule: string, first: string, limits: RecurrenceLimits = {}): string[] {
  return expandRecurrence(parseRecurrenceRule(rule), first, limits);
}

describe("expandRecurrence", () => {
  it("gives the Tuesdays of a school year", () => {
    const dates = expand("FREQ=WEEKLY", "2026-09-08", { until: "2027-07-15" });
    expect(dates).toHaveLength(45);
    expect(dates[0]).toBe("2026-09-08");
    expect(dates.at(-1)).toBe("2027-07-13");
  });

  it("starts with first where it matches, and with the next match where it doesn't", () => {
    expect(expand("FREQ=WEEKLY;BYDAY=TU;COUNT=2", "2026-09-08")).toEqual([
      "2026-09-08",
      "2026-09-15",
    ]);
    expect(expand("FREQ=WEEKLY;BYDAY=TU;COUNT=2", "2026-09-09")).toEqual([
      "2026-09-15",
      "2026-09-22",
    ]);
  });

  it("counts fortnights from the week of first, which starts on WKST", () => {
    expect(expand("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=2", "2026-09-09")).toEqual([
      "2026-09-21",
      "2026-10-05",
    ]);
    expect(expand("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=2;WKST=WE", "2026-09-09")).toEqual([
      "2026-09-14",
      "2026-09-28",
    ]);
  });

  it("takes weekday, day of the month and month from first where the rule leaves them open", () => {
    expect(expand("FREQ=MONTHLY;COUNT=3", "2026-09-08")).toEqual([
      "2026-09-08",
      "2026-10-08",
      "2026-11-08",
    ]);
    expect(expand("FREQ=YEARLY;COUNT=2", "2026-09-08")).toEqual(["2026-09-08", "2027-09-08"]);
    expect(expand("FREQ=YEARLY;BYMONTH=3,9;COUNT=3", "2026-09-08")).toEqual([
      "2026-09-08",
      "2027-03-08",
      "2027-09-08",
    ]);
  });

  it("skips months and years that lack the day", () => {
    expect(expand("FREQ=MONTHLY;COUNT=3", "2026-10-31")).toEqual([
      "2026-10-31",
      "2026-12-31",
      "2027-01-31",
    ]);
    expect(expand("FREQ=YEARLY;COUNT=2", "2028-02-29")).toEqual(["2028-02-29", "2032-02-29"]);
    expect(expand("FREQ=MONTHLY;BYDAY=5TU;COUNT=2", "2026-09-08")).toEqual([
      "2026-09-29",
      "2026-12-29",
    ]);
  });

  it("takes the earlier end and the smaller count of rule and limits, the last date inclusive", () => {
    const rule = "FREQ=DAILY;UNTIL=20260910";
    expect(expand(rule, "2026-09-08", { until: "2026-09-20" })).toHaveLength(3);
    expect(expand(rule, "2026-09-08", { until: "2026-09-09" })).toHaveLength(2);
    expect(expand("FREQ=DAILY;COUNT=5", "2026-09-08", { count: 2 })).toHaveLength(2);
    expect(expand("FREQ=DAILY;COUNT=5", "2026-09-08", { count: 9 })).toHaveLength(5);
    expect(expand("FREQ=DAILY;COUNT=5", "2026-09-08", { until: "2026-09-08" })).toHaveLength(1);
  });

  it("gives nothing for an end before first, or no count", () => {
    expect(expand("FREQ=DAILY", "2026-09-08", { until: "2026-09-07" })).toEqual([]);
    expect(expand("FREQ=DAILY", "2026-09-08", { count: 0 })).toEqual([]);
    expect(expand("FREQ=DAILY", "2026-09-08", { count: -1 })).toEqual([]);
  });

  it("leaves out what lies before from, in step with first, and still counts it for COUNT", () => {
    expect(
      expand("FREQ=WEEKLY;INTERVAL=2", "2026-09-08", { from: "2026-09-15", until: "2026-10-06" }),
    ).toEqual(["2026-09-22", "2026-10-06"]);
    expect(expand("FREQ=WEEKLY;COUNT=3", "2026-09-08", { from: "2026-09-09" })).toEqual([
      "2026-09-15",
      "2026-09-22",
    ]);
    expect(expand("FREQ=DAILY", "2026-09-08", { from: "2026-09-10", count: 2 })).toEqual([
      "2026-09-10",
      "2026-09-11",
    ]);
    expect(expand("FREQ=DAILY;COUNT=2", "2026-09-08", { from: "2026-09-10" })).toEqual([]);
    expect(expandRecurrence(undefined, "2026-09-08", { from: "2026-09-08" })).toHaveLength(1);
    expect(expandRecurrence(undefined, "2026-09-08", { from: "2026-09-09" })).toEqual([]);
  });

  it("goes straight to from, however long ago first was", () => {
    const limits = { from: "2026-09-08", until: "2026-09-10" };
    // 740,000 days lie before it: more than one expansion gives.
    expect(expand("FREQ=DAILY", "0001-01-01", limits)).toHaveLength(3);
    expect(expand("FREQ=MONTHLY;BYDAY=2TU", "0001-01-09", limits)).toEqual(["2026-09-08"]);
  });

  it("gives first alone without a rule", () => {
    expect(expandRecurrence(undefined, "2026-09-08", {})).toEqual(["2026-09-08"]);
    expect(expandRecurrence(undefined, "2026-09-08", { until: "2026-09-08" })).toHaveLength(1);
    expect(expandRecurrence(undefined, "2026-09-08", { until: "2026-09-07" })).toEqual([]);
    expect(expandRecurrence(undefined, "2026-09-08", { count: 0 })).toEqual([]);
  });

  it("needs an end", () => {
    expect(() => expand("FREQ=WEEKLY", "2026-09-08")).toThrow(
      expect.objectContaining({ code: "RECURRENCE_UNBOUNDED" }),
    );
  });

  it("gives at most 100,000 dates, and says so rather than leave some out", () => {
    expect(() => expand("FREQ=DAILY", "2026-09-08", { until: "9999-12-31" })).toThrow(
      expect.objectContaining({ code: "RECURRENCE_UNBOUNDED" }),
    );
    expect(expand("FREQ=DAILY", "2026-09-08", { until: "9999-12-31", count: 401 })).toHaveLength(
      401,
    );
  });

  it("ends with the year 9999, and reads the first week and month of all", () => {
    expect(expand("FREQ=YEARLY;COUNT=9", "9998-06-01")).toEqual(["9998-06-01", "9999-06-01"]);
    expect(expand("FREQ=WEEKLY;BYDAY=FR,SA;BYMONTH=12,1;COUNT=9", "9999-12-30")).toEqual([
      "9999-12-31",
    ]);
    expect(expand("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=9", "9999-12-01")).toEqual(["9999-12-31"]);
    expect(expand("FREQ=WEEKLY;WKST=SU;BYMONTH=1;COUNT=1", "0001-01-01")).toEqual(["0001-01-01"]);
  });

  it.each([
    ["FREQ=DAILY;COUNT=3", "2026-02-30", {}, "LOCAL_DATE_INVALID"],
    ["FREQ=DAILY;COUNT=3", "2026-02-28", { until: "soon" }, "LOCAL_DATE_INVALID"],
    ["FREQ=DAILY;COUNT=3", "2026-02-28", { from: "soon" }, "LOCAL_DATE_INVALID"],
    ["FREQ=DAILY;COUNT=3", "2026-02-28", { count: 1.5 }, "RECURRENCE_INVALID"],
    ["FREQ=DAILY;COUNT=3", "2026-02-28", { count: Number.NaN }, "RECURRENCE_INVALID"],
  ])("refuses %s from %s with %j", (rule, first, limits, code) => {
    expect(() => expand(rule, first, limits)).toThrow(expect.objectContaining({ code }));
  });

  it("refuses a rule made by hand that would never move on", () => {
    const rule = { ...parseRecurrenceRule("FREQ=DAILY;COUNT=3"), interval: 0 };
    expect(() => expandRecurrence(rule, "2026-09-08", {})).toThrow(
      expect.objectContaining({ code: "RECURRENCE_INVALID" }),
    );
  });
});

describe("expandRecurrence, where rrule 2.8.1 goes wrong", () => {
  it("keeps the last session of summer time: UNTIL is a local date", () => {
    const dates = expand("FREQ=WEEKLY;UNTIL=20270713", "2026-09-08");
    expect(dates.at(-1)).toBe("2027-07-13");
  });

  it("leaves a time in the gap of a clock change to the zone, which takes the offset before it", () => {
    const [date = ""] = expand("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;COUNT=1", "2027-01-01");
    expect(toInstant(date, "01:30", "Europe/London")).toBe(Date.UTC(2027, 2, 28, 1, 30));
  });

  it("yields nothing for a position beyond the set, counted from either end", () => {
    const limits = { until: "2027-09-01" };
    expect(expand("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=6", "2026-09-01", limits)).toEqual([]);
    expect(expand("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-6", "2026-09-01", limits)).toEqual([]);
    expect(expand("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-5", "2026-09-01", { count: 2 })).toEqual([
      "2026-09-01",
      "2026-12-01",
    ]);
  });

  it("counts a date once that two positions pick", () => {
    expect(expand("FREQ=MONTHLY;BYDAY=1TU;BYSETPOS=1,-1;COUNT=3", "2026-09-01")).toEqual([
      "2026-09-01",
      "2026-10-06",
      "2026-11-03",
    ]);
  });

  it("picks positions from the whole first period, then drops what lies before first", () => {
    expect(expand("FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1;COUNT=2", "2026-09-09")).toEqual([
      "2026-09-14",
      "2026-09-21",
    ]);
    expect(expand("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2;COUNT=2", "2026-09-15")).toEqual([
      "2026-10-13",
      "2026-11-10",
    ]);
  });

  it.each([
    ["30 February", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"],
    ["30 February, monthly", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30"],
    ["30 February, daily", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"],
    ["31 June counted from the end", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-31"],
    ["another weekday every 7 days", "FREQ=DAILY;INTERVAL=7;BYDAY=FR"],
    ["another month every 12 months", "FREQ=MONTHLY;INTERVAL=12;BYMONTH=10"],
    ["a month that the week never falls in", "FREQ=WEEKLY;INTERVAL=20871;BYMONTH=2"],
    [
      "29 February in years that are no leap years",
      "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29",
    ],
    ["a fifth Tuesday of a 28-day February", "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYDAY=5TU"],
    ["the second of a single day", "FREQ=DAILY;BYDAY=TU;BYSETPOS=2"],
    ["the 9th Monday of a month", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9"],
    ["the 54th Monday of a year", "FREQ=YEARLY;BYDAY=MO;BYSETPOS=54"],
  ])("finds out that a rule can never be met: %s", (_, rule) => {
    // An odd year, so that no rule by even intervals meets a leap year.
    expect(expand(rule, "2027-09-07", { until: "9999-12-31" })).toEqual([]);
    expect(expand(rule, "2027-09-07", { count: 1 })).toEqual([]);
  });

  it("still finds what comes once in 28, 40 or 400 years", () => {
    expect(expand("FREQ=YEARLY;BYMONTH=2;BYDAY=5SU;COUNT=2", "2026-09-08")).toEqual([
      "2032-02-29",
      "2060-02-29",
    ]);
    expect(expand("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=WE;COUNT=4", "2080-01-01")).toEqual([
      "2096-02-29",
      "2108-02-29",
      "2136-02-29",
      "2164-02-29",
    ]);
    expect(
      expand("FREQ=YEARLY;INTERVAL=100;BYMONTH=2;BYMONTHDAY=29;COUNT=2", "2100-01-01"),
    ).toEqual(["2400-02-29", "2800-02-29"]);
  });
});
