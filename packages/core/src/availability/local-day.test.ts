import { describe, expect, it } from "vitest";
import { localTime } from "../time/local-time.ts";
import { toInstant } from "../time/zone.ts";
import { canEndAt, canStartAt, instantAt, isPlain, localDay } from "./local-day.ts";

const days = [
  ["2026-09-08", "Europe/London", 24],
  ["2027-03-28", "Europe/London", 23],
  ["2026-10-25", "Europe/London", 25],
  ["2026-10-04", "Australia/Lord_Howe", 23.5],
  ["2026-09-08", "Asia/Kathmandu", 24],
  ["2026-09-06", "America/Santiago", 23],
  ["2026-09-05", "America/Santiago", 24],
  ["2011-12-30", "Pacific/Apia", 0],
] as const;

describe("localDay", () => {
  it.each(days)(
    "gives the instants of %s in %s as the zone does, %d hours of them",
    (date, zone, hours) => {
      const day = localDay(date, zone);
      expect((day.end - day.start) / 3_600_000).toBe(hours);
      expect(isPlain(day)).toBe(hours === 24);
      for (let minutes = 0; minutes <= 1440; minutes += 15) {
        expect(instantAt(day, minutes)).toBe(toInstant(date, localTime(minutes), zone));
      }
    },
  );

  it("lets nothing start where clocks jump, and nothing end in it but at its first moment", () => {
    const day = localDay("2027-03-28", "Europe/London");
    expect([59, 60, 119, 120].map((minutes) => canStartAt(day, minutes))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect([59, 60, 61, 120].map((minutes) => canEndAt(day, minutes))).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  it("lets a day end at midnight even if the next one starts an hour late", () => {
    const day = localDay("2026-09-05", "America/Santiago");
    expect(canEndAt(day, 1440)).toBe(true);
    expect(canStartAt(localDay("2026-09-06", "America/Santiago"), 0)).toBe(false);
  });
});
