import { addDays as coreAddDays, isLocalDate as coreIsLocalDate, localDate } from "@neuadd/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, daysFrom, isLocalDate, mondayOf, weekdayOf } from "./day-steps.ts";

const anyDate = fc.integer({ min: 0, max: 40_000 }).map(localDate);

describe("steps over days", () => {
  it("agree with core, over leap days and the changes of clocks", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -800, max: 800 }), (date, days) => {
        expect(addDays(date, days)).toBe(coreAddDays(date, days));
      }),
      { numRuns: 200 },
    );
    expect(addDays("2027-03-27", 2)).toBe("2027-03-29");
    expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
  });

  it("keep the day of the month, or take the last one where the month has no such day", () => {
    expect(addMonths("2026-09-08", 1)).toBe("2026-10-08");
    expect(addMonths("2026-08-31", 1)).toBe("2026-09-30");
    expect(addMonths("2027-01-31", 1)).toBe("2027-02-28");
    expect(addMonths("2028-02-29", -12)).toBe("2027-02-28");
    expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
    expect(addMonths("2026-12-15", 13)).toBe("2028-01-15");
  });

  it("begin weeks on Monday", () => {
    expect(weekdayOf("2026-09-07")).toBe(0);
    expect(weekdayOf("2026-09-13")).toBe(6);
    fc.assert(
      fc.property(anyDate, (date) => {
        const week = daysFrom(mondayOf(date), 7);
        expect(week).toContain(date);
        expect(weekdayOf(week[0] ?? "")).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});

describe("what is a date", () => {
  it("is what core takes for one", () => {
    const texts = [
      "2026-09-08",
      "2026-02-30",
      "2026-9-8",
      "",
      "yesterday",
      "2026-09-08T18:00",
      "2028-02-29",
    ];
    expect(texts.map((text) => isLocalDate(text))).toEqual(
      texts.map((text) => coreIsLocalDate(text)),
    );
    expect(isLocalDate(null)).toBe(false);
    expect(isLocalDate(undefined)).toBe(false);
  });
});
