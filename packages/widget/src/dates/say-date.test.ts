import { sayDate as coreSayDate, sayTime as coreSayTime, localDate, localTime } from "@neuadd/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodOf } from "./period.ts";
import { sayDate, sayPeriod, sayShortWeekday, sayTime, sayTimes } from "./say-date.ts";

const LANGUAGES = ["cy", "en"] as const;

describe("dates and times in words", () => {
  it("are those of the server's pages, in both languages", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: 0, max: 1440 }),
        (day, minute) => {
          for (const language of LANGUAGES) {
            expect(sayDate(localDate(day), language)).toBe(coreSayDate(localDate(day), language));
            expect(sayTime(localTime(minute), language)).toBe(
              coreSayTime(localTime(minute), language),
            );
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("say from when to when", () => {
    expect(sayTimes("17:00", "24:00", "en")).toBe("5pm to midnight");
    expect(sayTimes("12:00", "17:30", "cy")).toBe("hanner dydd tan 5:30yh");
    expect(sayShortWeekday("2026-09-09", "cy")).toBe("Mer");
  });

  it("say of a week what its ends share only once", () => {
    const week = (date: string, language: "cy" | "en") =>
      sayPeriod("week", periodOf("week", date), language);
    expect(week("2026-09-08", "en")).toBe("7 to 13 September 2026");
    expect(week("2026-10-01", "cy")).toBe("28 Medi i 4 Hydref 2026");
    expect(week("2026-12-31", "en")).toBe("28 December 2026 to 3 January 2027");
    expect(sayPeriod("month", periodOf("month", "2026-09-08"), "cy")).toBe("Medi 2026");
  });
});
