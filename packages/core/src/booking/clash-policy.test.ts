import { describe, expect, it } from "vitest";
import { decideAutumn, on, secondTaken } from "../../test/autumn-series.ts";
import { claimsOn, factsWith } from "../../test/hall-school.ts";
import { decideSeries } from "./decide-series.ts";

describe("alternatives", () => {
  it("offers the two nearest times and another space for a denied date", () => {
    const claims = claimsOn("half-a", "2026-09-15", ["18:45", "19:00"]);
    const { alternatives } = on("2026-09-15", decideAutumn({ policy: "skip" }, claims));
    expect(alternatives?.map(({ kind, space, startTime }) => [kind, space, startTime])).toEqual([
      ["nearbyTime", "half-a", "17:00"],
      ["nearbyTime", "half-a", "19:00"],
      ["otherSpace", "half-b", "18:00"],
    ]);
  });

  it("offers more of the one kind when the other has none", () => {
    const allEvening = claimsOn("half-a", "2026-09-15", ["17:00", "22:00"]);
    const spacesOnly = on("2026-09-15", decideAutumn({ policy: "skip" }, allEvening)).alternatives;
    expect(spacesOnly?.map(({ space }) => space)).toEqual(["half-b", "community-room", "lobby"]);
    expect(spacesOnly?.every(({ kind }) => kind === "otherSpace")).toBe(true);
  });

  it("offers only what the same request could book", () => {
    const { alternatives = [] } = on("2026-09-15", decideAutumn({ policy: "refuse" }));
    expect(alternatives).not.toEqual([]);
    for (const { kind: _, start: __, end: ___, ...placement } of alternatives) {
      const single = { ...placement, attendance: 16, first: "2026-09-15" };
      expect(decideSeries(single, factsWith({ claims: secondTaken })).accepted).toBe(true);
    }
  });

  it("is not there for dates that are bookable or left out", () => {
    const decision = decideAutumn({ policy: "skip" }, [], { first: "2026-10-20" });
    expect(decision.summary).toEqual({ bookable: 3, denied: 0, excluded: 1 });
    expect(decision.occurrences.every(({ alternatives }) => alternatives === undefined)).toBe(true);
  });
});
