import { describe, expect, it } from "vitest";
import { claimsOn, factsWith, tree } from "../../test/hall-school.ts";
import { indexClaims } from "../availability/claim-index.ts";
import type { Claim } from "../availability/claim.ts";
import { spaceOf } from "../premises/space-tree.ts";
import { decisionDay, type DecisionDay } from "./decision-day.ts";

const always = { start: -Infinity, end: Infinity };

function tuesday(claims: readonly Claim[] = []): DecisionDay {
  return decisionDay("2026-09-08", factsWith({ claims }), indexClaims(claims, always));
}

describe("the claims that a booking could run into on a day", () => {
  it("are those on the leaves of its space, leaf by leaf", () => {
    const claims = [
      ...claimsOn("court-3", "2026-09-08", ["17:00", "18:00"]),
      ...claimsOn("court-2", "2026-09-08", ["19:00", "20:00"]),
      ...claimsOn("court-1", "2026-09-08", ["20:00", "21:00"]),
      ...claimsOn("court-1", "2026-09-08", ["18:00", "19:00"]),
    ];
    const day = tuesday(claims);
    expect(day.claimsOn(spaceOf(tree, "court-2"))).toEqual([claims[1]]);
    expect(day.claimsOn(spaceOf(tree, "half-a"))).toEqual([claims[3], claims[2], claims[1]]);
    expect(day.claimsOn(spaceOf(tree, "lobby"))).toEqual([]);
  });

  it("reach over midnight as far as the turnaround of its space, and no further", () => {
    const early = claimsOn("court-1", "2026-09-09", ["00:00", "00:10"]);
    const later = claimsOn("court-1", "2026-09-09", ["00:15", "01:00"]);
    const before = claimsOn("court-1", "2026-09-07", ["22:00", "24:00"]);
    const day = tuesday([...early, ...later, ...before]);
    expect(day.claimsOn(spaceOf(tree, "sports-hall"))).toEqual(early);
  });

  it("are looked up once for each space", () => {
    const day = tuesday(claimsOn("sports-hall", "2026-09-08", ["17:00", "18:00"]));
    const hall = spaceOf(tree, "sports-hall");
    expect(day.claimsOn(hall)).toBe(day.claimsOn(hall));
  });
});

describe("the open minutes of a day", () => {
  it("are the community hours of a space, worked out once for all that share them", () => {
    const day = tuesday();
    const hours = day.openMinutes(spaceOf(tree, "half-a"));
    expect(hours).toEqual([{ start: 17 * 60, end: 22 * 60 }]);
    expect(day.openMinutes(spaceOf(tree, "court-4"))).toBe(hours);
    expect(day.openMinutes(spaceOf(tree, "lobby"))).toEqual([{ start: 0, end: 1440 }]);
  });
});
