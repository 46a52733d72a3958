import { describe, expect, it } from "vitest";
import { nextOccurrences } from "./next-occurrences.ts";
import { parseRecurrenceRule } from "./parse-recurrence-rule.ts";

const fortnightly = parseRecurrenceRule("FREQ=WEEKLY;INTERVAL=2;COUNT=3");

describe("nextOccurrences", () => {
  it("goes on after the last date, in step with first, whatever COUNT and UNTIL say", () => {
    expect(nextOccurrences(fortnightly, "2026-09-08", "2026-10-06", 2)).toEqual([
      "2026-10-20",
      "2026-11-03",
    ]);
    const ended = parseRecurrenceRule("FREQ=WEEKLY;UNTIL=20260915");
    expect(nextOccurrences(ended, "2026-09-08", "2026-09-15", 1)).toEqual(["2026-09-22"]);
  });

  it("leaves out the date itself, and takes the next after a date between two", () => {
    expect(nextOccurrences(fortnightly, "2026-09-08", "2026-09-08", 1)).toEqual(["2026-09-22"]);
    expect(nextOccurrences(fortnightly, "2026-09-08", "2026-09-09", 1)).toEqual(["2026-09-22"]);
  });

  it("gives no date before first", () => {
    expect(nextOccurrences(fortnightly, "2026-09-08", "2020-01-01", 1)).toEqual(["2026-09-08"]);
  });

  it("gives fewer where the rule has no more, and none for none", () => {
    const impossible = parseRecurrenceRule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30");
    expect(nextOccurrences(impossible, "2026-09-08", "2026-09-08", 5)).toEqual([]);
    expect(nextOccurrences(fortnightly, "2026-09-08", "9999-12-20", 5)).toEqual(["9999-12-21"]);
    expect(nextOccurrences(fortnightly, "2026-09-08", "9999-12-31", 5)).toEqual([]);
    expect(nextOccurrences(fortnightly, "2026-09-08", "2026-09-08", 0)).toEqual([]);
  });

  it("refuses a number of dates that is not whole or too great", () => {
    expect(() => nextOccurrences(fortnightly, "2026-09-08", "2026-09-08", 0.5)).toThrow(
      expect.objectContaining({ code: "RECURRENCE_INVALID" }),
    );
    expect(() => nextOccurrences(fortnightly, "2026-09-08", "2026-09-08", 100_001)).toThrow(
      expect.objectContaining({ code: "RECURRENCE_UNBOUNDED" }),
    );
  });
});
