import { describe, expect, it } from "vitest";
import { at, calendar, claimsOn, tree, zone } from "../../test/hall-school.ts";
import type { Claim } from "./claim.ts";
import { busyIntervals, freeIntervals } from "./free-intervals.ts";
import type { SpaceFacts } from "./space-facts.ts";

function facts(space: string, claims: readonly Claim[] = []): SpaceFacts {
  return { space, tree, calendar, zone, claims };
}

const tuesday = { start: at("2026-09-08", "00:00"), end: at("2026-09-09", "00:00") };

function told(space: string, claims: readonly Claim[] = [], window = tuesday): string[] {
  return freeIntervals(facts(space, claims), window).map(
    ({ start, end }) =>
      `${new Date(start).toISOString().slice(0, 16)}/${new Date(end).toISOString().slice(0, 16)}`,
  );
}

describe("freeIntervals", () => {
  it("is the community hours where nothing is claimed", () => {
    expect(freeIntervals(facts("half-a"), tuesday)).toEqual([
      { start: at("2026-09-08", "17:00"), end: at("2026-09-08", "22:00") },
    ]);
  });

  it("ends a turnaround before the next claim, and begins again when the claim ends", () => {
    const claims = claimsOn("court-1", "2026-09-08", ["18:00", "19:15"]);
    expect(freeIntervals(facts("half-a", claims), tuesday)).toEqual([
      { start: at("2026-09-08", "17:00"), end: at("2026-09-08", "17:45") },
      { start: at("2026-09-08", "19:15"), end: at("2026-09-08", "22:00") },
    ]);
  });

  it("keeps the other half free, and takes from the whole", () => {
    const claims = claimsOn("half-a", "2026-09-08", ["17:00", "22:00"]);
    expect(freeIntervals(facts("half-b", claims), tuesday)).toHaveLength(1);
    expect(freeIntervals(facts("sports-hall", claims), tuesday)).toEqual([]);
  });

  it("leaves no interval where the gap between two claims is shorter than the turnaround", () => {
    const claims = [
      ...claimsOn("half-a", "2026-09-08", ["17:00", "19:00"]),
      ...claimsOn("half-a", "2026-09-08", ["19:10", "22:00"]),
    ];
    expect(told("half-a", claims)).toEqual([]);
  });

  it("stays within the window, to the millisecond", () => {
    const window = { start: at("2026-09-08", "18:00") + 1, end: at("2026-09-08", "18:30") };
    expect(freeIntervals(facts("half-a"), window)).toEqual([window]);
    expect(told("half-a", [], { start: 5, end: 5 })).toEqual([]);
  });

  it("sees a claim that starts just after the window", () => {
    const claims = claimsOn("half-a", "2026-09-08", ["18:30", "19:00"]);
    const window = { start: at("2026-09-08", "17:30"), end: at("2026-09-08", "18:30") };
    expect(freeIntervals(facts("half-a", claims), window)).toEqual([
      { start: at("2026-09-08", "17:30"), end: at("2026-09-08", "18:15") },
    ]);
  });

  it("ends at midnight and begins anew, since a booking lies within one day", () => {
    const window = { start: at("2026-09-08", "12:00"), end: at("2026-09-09", "12:00") };
    expect(told("lobby", [], window)).toEqual([
      "2026-09-08T11:00/2026-09-08T23:00",
      "2026-09-08T23:00/2026-09-09T11:00",
    ]);
  });

  it("has 23 hours on the day when clocks go forward, and 25 when they go back", () => {
    for (const [date, next, hours] of [
      ["2027-03-28", "2027-03-29", 23],
      ["2026-10-25", "2026-10-26", 25],
    ] as const) {
      const window = { start: at(date, "00:00"), end: at(next, "00:00") };
      const [free] = freeIntervals(facts("lobby"), window);
      expect(((free?.end ?? 0) - (free?.start ?? 0)) / 3_600_000).toBe(hours);
    }
  });

  it("refuses a window that is inverted or longer than three years, and an unknown space", () => {
    for (const window of [
      { start: 1, end: 0 },
      { start: 0, end: 1097 * 86_400_000 },
      { start: 0, end: NaN },
    ]) {
      expect(() => freeIntervals(facts("half-a"), window)).toThrow(
        expect.objectContaining({ code: "INTERVAL_INVALID" }),
      );
    }
    expect(() => freeIntervals(facts("attic"), tuesday)).toThrow(
      expect.objectContaining({ code: "SPACE_UNKNOWN" }),
    );
  });
});

describe("busyIntervals", () => {
  it("is the rest of the window", () => {
    const claims = claimsOn("court-1", "2026-09-08", ["18:00", "19:15"]);
    expect(busyIntervals(facts("half-a", claims), tuesday)).toEqual([
      { start: at("2026-09-08", "00:00"), end: at("2026-09-08", "17:00") },
      { start: at("2026-09-08", "17:45"), end: at("2026-09-08", "19:15") },
      { start: at("2026-09-08", "22:00"), end: at("2026-09-09", "00:00") },
    ]);
    expect(busyIntervals(facts("half-a"), { start: 7, end: 7 })).toEqual([]);
  });
});
