import { describe, expect, it } from "vitest";
import { localDay } from "./local-day.ts";
import { openIntervals } from "./open-intervals.ts";

const forward = localDay("2027-03-28", "Europe/London");

/** The intervals as hours after 00:00Z. */
function hoursOf(day: typeof forward, open: readonly { start: string; end: string }[]): number[][] {
  const midnight = Date.UTC(2027, 2, 28);
  return openIntervals(day, open).map(({ start, end }) =>
    [start, end].map((instant) => (instant - midnight) / 3_600_000),
  );
}

describe("openIntervals", () => {
  it("turns hours into instants, across the jump of the clocks as well", () => {
    expect(
      hoursOf(forward, [
        { start: "00:30", end: "03:00" },
        { start: "09:00", end: "24:00" },
      ]),
    ).toEqual([
      [0.5, 2],
      [8, 23],
    ]);
  });

  it("starts after the gap what would start in it, and ends before it what would end in it", () => {
    expect(hoursOf(forward, [{ start: "01:30", end: "04:00" }])).toEqual([[1, 3]]);
    expect(hoursOf(forward, [{ start: "00:00", end: "01:31" }])).toEqual([[0, 1]]);
  });

  it("leaves out hours that lie in the gap", () => {
    expect(hoursOf(forward, [{ start: "01:00", end: "02:00" }])).toEqual([]);
    expect(hoursOf(forward, [{ start: "01:10", end: "01:40" }])).toEqual([]);
  });
});
