import { describe, expect, it } from "vitest";
import { autumn, decideAutumn, on } from "../../test/autumn-series.ts";
import { at, claimsOn, factsWith } from "../../test/hall-school.ts";
import { growSpaceTree } from "../premises/space-tree.ts";
import { decideSeries } from "./decide-series.ts";

describe("nearbyTime", () => {
  const until1815 = claimsOn("half-a", "2026-09-15", ["17:30", "18:15"]);

  it("shifts the date to the nearest time on the grid, of the same length", () => {
    const moved = on("2026-09-15", decideAutumn({ policy: "nearbyTime" }, until1815));
    expect(moved).toMatchObject({
      verdict: "bookable",
      space: "half-a",
      startTime: "18:15",
      endTime: "19:45",
      start: at("2026-09-15", "18:15"),
      insteadOf: { startTime: "18:00", endTime: "19:30" },
    });
  });

  it("prefers earlier to later when both are as near", () => {
    const claims = claimsOn("half-a", "2026-09-15", ["19:15", "19:30"]);
    // Free until 19:15 less the turnaround: 17:30 to 19:00; from 19:30 on it is 90 minutes away.
    const earlier = decideAutumn({ policy: "nearbyTime", shiftMinutes: 90 }, claims);
    expect(on("2026-09-15", earlier).startTime).toBe("17:30");
    const tie = claimsOn("half-a", "2026-09-15", ["18:45", "18:50"]);
    const both = decideAutumn({ policy: "nearbyTime", shiftMinutes: 90 }, tie, {
      startTime: "18:00",
      endTime: "19:15",
    });
    expect(on("2026-09-15", both).startTime).toBe("17:15");
    const even = decideAutumn(
      { policy: "nearbyTime", shiftMinutes: 120 },
      claimsOn("half-a", "2026-09-15", ["18:30", "19:00"]),
      { startTime: "18:00", endTime: "19:00" },
    );
    expect(on("2026-09-15", even).startTime).toBe("17:15");
  });

  it("does not shift further than the request allows", () => {
    const claims = claimsOn("half-a", "2026-09-15", ["17:00", "20:15"]);
    expect(
      on("2026-09-15", decideAutumn({ policy: "nearbyTime", shiftMinutes: 120 }, claims)).verdict,
    ).toBe("denied");
    expect(
      on("2026-09-15", decideAutumn({ policy: "nearbyTime", shiftMinutes: 135 }, claims)),
    ).toMatchObject({ verdict: "bookable", startTime: "20:15", endTime: "21:45" });
  });

  it("counts a moved date against the dates after it", () => {
    const slowToClear = growSpaceTree([
      {
        id: "site",
        name: { cy: "Safle", en: "Site" },
        communityHours: [{ hours: [{ start: "00:00", end: "24:00" }] }],
        terms: { turnaroundMinutes: 23 * 60 },
        spaces: [{ id: "kiln", name: { cy: "Odyn", en: "Kiln" }, kind: "classroom", capacity: 20 }],
      },
    ]);
    const decision = decideSeries(
      {
        space: "kiln",
        first: "2026-09-15",
        startTime: "18:00",
        endTime: "19:00",
        recurrence: { rule: "FREQ=DAILY", count: 2 },
        onClash: { policy: "nearbyTime" },
      },
      factsWith({
        tree: slowToClear,
        claims: [
          {
            leaf: "kiln",
            kind: "booking",
            owner: "someone-else",
            start: at("2026-09-15", "17:00"),
            end: at("2026-09-15", "18:15"),
          },
        ],
      }),
    );
    expect(
      decision.occurrences.map(({ startTime, insteadOf }) => [
        startTime,
        ...(insteadOf?.denials ?? []).map(({ code }) => code),
      ]),
    ).toEqual([
      ["18:15", "OVERLAPS_BOOKING"],
      ["18:15", "OVERLAPS_ITSELF"],
    ]);
  });

  it("brings a time off the grid, or outside the hours, to the nearest that is right", () => {
    const early = decideAutumn({ policy: "nearbyTime" }, [], {
      startTime: "16:40",
      endTime: "18:10",
    });
    expect(on("2026-09-08", early)).toMatchObject({ startTime: "17:00", endTime: "18:30" });
  });

  it("does not move what no time could cure", () => {
    const closed = decideAutumn({ policy: "nearbyTime" }, [], {
      first: "2026-12-25",
      recurrence: { rule: "FREQ=DAILY", count: 1 },
    });
    expect(on("2026-12-25", closed).verdict).toBe("denied");
    expect(on("2026-12-25", closed).alternatives?.map(({ space }) => space)).toEqual(["lobby"]);
  });

  it("judges the new time by the rules of plugins too", () => {
    const decision = decideSeries(
      { ...autumn, onClash: { policy: "nearbyTime" } },
      factsWith({
        claims: until1815,
        rules: [
          ({ startTime }) =>
            startTime === "18:15"
              ? [{ code: "quiet/HOURS", message: { cy: "Na", en: "No" }, details: {} }]
              : [],
        ],
      }),
    );
    expect(on("2026-09-15", decision).startTime).toBe("18:30");
  });
});
