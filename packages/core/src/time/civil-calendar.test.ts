import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CoreError } from "../errors.ts";
import { dateParts, dayNumberOf, daysInMonth, EARLIEST_DAY, LATEST_DAY } from "./civil-calendar.ts";

const days = fc.integer({ min: EARLIEST_DAY, max: LATEST_DAY });

describe("the civil calendar", () => {
  it("counts from 1970-01-01", () => {
    expect(dayNumberOf(1970, 1, 1)).toBe(0);
    expect(dayNumberOf(1969, 12, 31)).toBe(-1);
    expect(dayNumberOf(2000, 3, 1)).toBe(11_017);
  });

  it("counts from 0001-01-01 to 9999-12-31", () => {
    expect(dayNumberOf(1, 1, 1)).toBe(EARLIEST_DAY);
    expect(dayNumberOf(9999, 12, 31)).toBe(LATEST_DAY);
    expect(dateParts(EARLIEST_DAY)).toEqual({ year: 1, month: 1, day: 1 });
    expect(dateParts(LATEST_DAY)).toEqual({ year: 9999, month: 12, day: 31 });
  });

  it("splits every day as the UTC calendar of the host does", () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day * 86_400_000);
        expect(dateParts(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
      }),
    );
  });

  it("gets every day of four centuries back, in order", () => {
    const wrong: number[] = [];
    for (let day = dayNumberOf(1999, 1, 1); day <= dayNumberOf(2399, 12, 31); day += 1) {
      const { year, month, day: dayOfMonth } = dateParts(day);
      if (dayNumberOf(year, month, dayOfMonth) !== day) wrong.push(day);
    }
    expect(wrong).toEqual([]);
  });

  it("repeats after 400 years", () => {
    expect(dayNumberOf(2426, 9, 8) - dayNumberOf(2026, 9, 8)).toBe(146_097);
  });

  it("knows leap years by the Gregorian rule", () => {
    const februaries = [1900, 2000, 2023, 2024, 2100].map((year) => daysInMonth(year, 2));
    expect(februaries).toEqual([28, 29, 28, 29, 28]);
  });

  it.each([
    [2026, 2, 29],
    [2026, 4, 31],
    [2026, 0, 1],
    [2026, 13, 1],
    [2026, 1, 0],
    [0, 1, 1],
    [10_000, 1, 1],
    [2026.5, 1, 1],
    [2026, 1, Number.NaN],
  ])("refuses year %d, month %d, day %d", (year, month, day) => {
    expect(() => dayNumberOf(year, month, day)).toThrow(CoreError);
  });

  it.each([EARLIEST_DAY - 1, LATEST_DAY + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
    "refuses the day number %d",
    (day) => {
      expect(() => dateParts(day)).toThrow(CoreError);
    },
  );

  it("refuses a thirteenth month", () => {
    expect(() => daysInMonth(2026, 13)).toThrow(/no month 13/);
  });
});
