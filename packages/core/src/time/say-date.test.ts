import { describe, expect, it } from "vitest";
import { sayDate, sayShortDate, sayTime } from "./say-date.ts";

describe("a date in words", () => {
  it("is said in English and Welsh", () => {
    expect(sayDate("2026-09-08", "en")).toBe("Tuesday 8 September 2026");
    expect(sayDate("2026-09-08", "cy")).toBe("Dydd Mawrth 8 Medi 2026");
    expect(sayDate("2026-11-22", "cy")).toBe("Dydd Sul 22 Tachwedd 2026");
    expect(sayShortDate("2027-02-01", "cy")).toBe("1 Chwefror 2027");
  });

  it("differs for each day of the week and each month, in both languages", () => {
    for (const language of ["cy", "en"] as const) {
      const week = ["01", "02", "03", "04", "05", "06", "07"].map((day) =>
        sayDate(`2026-06-${day}`, language)
          .split(" 20")[0]
          ?.replace(/ \d .*/, ""),
      );
      expect(new Set(week).size).toBe(7);
      const months = Array.from({ length: 12 }, (_, index) =>
        sayShortDate(`2026-${`${index + 1}`.padStart(2, "0")}-01`, language),
      );
      expect(new Set(months).size).toBe(12);
    }
  });
});

describe("a time in words", () => {
  it.each([
    ["18:30", "6:30pm", "6:30yh"],
    ["18:00", "6pm", "6yh"],
    ["09:05", "9:05am", "9:05yb"],
    ["00:30", "12:30am", "12:30yb"],
    ["12:15", "12:15pm", "12:15yh"],
    ["12:00", "midday", "hanner dydd"],
    ["00:00", "midnight", "hanner nos"],
    ["24:00", "midnight", "hanner nos"],
  ])("says %s as %s and %s", (time, english, welsh) => {
    expect(sayTime(time, "en")).toBe(english);
    expect(sayTime(time, "cy")).toBe(welsh);
  });
});
