import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexClaims } from "./claim-index.ts";
import type { Claim } from "./claim.ts";

function claim(leaf: string, start: number, end: number, owner = "x"): Claim {
  return { leaf, start, end, owner, kind: "booking" };
}

const always = { start: -Infinity, end: Infinity };

describe("indexClaims", () => {
  it("finds what overlaps on a leaf, and not what only touches", () => {
    const index = indexClaims([claim("a", 5, 8), claim("b", 0, 9), claim("a", 0, 3)], always);
    expect(index.overlapping("a", { start: 3, end: 5 })).toEqual([]);
    expect(index.overlapping("a", { start: 2, end: 6 }).map(({ start }) => start)).toEqual([0, 5]);
    expect(index.overlapping("c", { start: 0, end: 9 })).toEqual([]);
  });

  it("leaves out the owner excepted and what lies outside the window", () => {
    const claims = [claim("a", 0, 1), claim("a", 1, 2, "mine"), claim("a", 2, 3)];
    const index = indexClaims(claims, { start: 1, end: 5 }, "mine");
    expect(index.overlapping("a", { start: 0, end: 9 })).toEqual([claims[2]]);
  });

  it("finds just what looking at every claim finds, whatever their order, even if they overlap", () => {
    const interval = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => ({ start, end: start + length }));
    const claims = fc.array(
      fc
        .tuple(fc.constantFrom("a", "b"), interval)
        .map(([leaf, { start, end }]) => claim(leaf, start, end)),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(claims, interval, (all, asked) => {
        const naive = all
          .filter(({ leaf, start, end }) => leaf === "a" && start < asked.end && end > asked.start)
          .map(({ start, end }) => [start, end])
          .sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0) || (one[1] ?? 0) - (other[1] ?? 0));
        const found = indexClaims(all, always)
          .overlapping("a", asked)
          .map(({ start, end }) => [start, end]);
        expect(found).toEqual(naive);
      }),
      { numRuns: 300 },
    );
  });
});
