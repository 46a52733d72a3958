import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CoreError } from "../errors.ts";
import { EARLIEST_DAY, LATEST_DAY } from "./civil-calendar.ts";
import { addDays, dayNumber, isLocalDate, localDate, weekdayOf } from "./local-date.ts";

describe("a local date", () => {
  it("is the same after it has been counted and written again", () => {
    fc.assert(
      fc.property(fc.integer({ min: EARLIEST_DAY, max: LATEST_DAY }), (day) => {
        const date = localDate(day);
        expect(isLocalDate(date)).toBe(true);
        expect(dayNumber(date)).toBe(day);
        expect(date).toHaveLength(10);
      }),
    );
  });

  it.each([
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "0000-01-01",
    "2026-9-8",
    "2026-09-08T00:00",
    " 2026-09-08",
    "2026-09-08\n",
    "20260908",
    "+002026-09-08",
    "٢٠٢٦-٠٩-٠٨",
    "",
  ])("refuses %j", (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => dayNumber(text)).toThrow(CoreError);
  });

  it("names the code and the value when it refuses", () => {
    expect(() => dayNumber("8/9/2026")).toThrow(
      expect.objectContaining({
        code: "LOCAL_DATE_INVALID",
        message: expect.stringContaining('"8/9/2026"'),
      }),
    );
  });

  it("adds days over months, years and leap days", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2027-03-01", -1)).toBe("2027-02-28");
    expect(addDays("2026-09-08", 0)).toBe("2026-09-08");
  });

  it("ends with the year 9999", () => {
    expect(() => addDays("9999-12-31", 1)).toThrow(CoreError);
    expect(() => addDays("0001-01-01", -1)).toThrow(CoreError);
  });

  it("knows its weekday, before 1970 too", () => {
    expect(weekdayOf(dayNumber("2026-09-08"))).toBe(2);
    expect(weekdayOf(dayNumber("2026-11-22"))).toBe(7);
    expect(weekdayOf(dayNumber("1969-12-31"))).toBe(3);
    expect(weekdayOf(dayNumber("0001-01-01"))).toBe(1);
  });
});
