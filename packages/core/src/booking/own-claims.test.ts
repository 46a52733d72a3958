import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlaps } from "../time/interval.ts";
import { addDays } from "../time/local-date.ts";
import { ownClaims } from "./own-claims.ts";

describe("ownClaims", () => {
  it("finds the date in the way on any of the leaves, and none where holds only touch", () => {
    const own = ownClaims();
    own.add("2026-09-09", ["a"], { start: 20, end: 30 });
    own.add("2026-09-08", ["a", "b"], { start: 0, end: 10 });
    expect(own.clashingDate(["a"], { start: 10, end: 20 })).toBeUndefined();
    expect(own.clashingDate(["a"], { start: 10, end: 21 })).toBe("2026-09-09");
    expect(own.clashingDate(["c", "b"], { start: 9, end: 12 })).toBe("2026-09-08");
    expect(own.clashingDate(["b"], { start: 20, end: 30 })).toBeUndefined();
    expect(own.clashingDate(["a"], { start: 2, end: 3 })).toBe("2026-09-08");
  });

  it("of several dates in the way names the latest, on the first leaf that any of them holds", () => {
    const own = ownClaims();
    own.add("2026-09-08", ["a"], { start: 0, end: 10 });
    own.add("2026-09-09", ["a"], { start: 10, end: 20 });
    own.add("2026-09-10", ["b"], { start: 15, end: 25 });
    expect(own.clashingDate(["b", "a"], { start: 5, end: 20 })).toBe("2026-09-10");
    expect(own.clashingDate(["a", "b"], { start: 5, end: 20 })).toBe("2026-09-09");
  });

  it("finds a date in the way just where looking at every hold finds one", () => {
    const leavesArbitrary = fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 });
    const intervalArbitrary = fc
      .tuple(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => ({ start, end: start + length }));
    const holdArbitrary = fc.record({ leaves: leavesArbitrary, interval: intervalArbitrary });
    fc.assert(
      fc.property(fc.array(holdArbitrary), holdArbitrary, (wanted, asked) => {
        const own = ownClaims();
        const held: (typeof wanted)[number][] = [];
        const clashes = (one: (typeof wanted)[number]) =>
          held.filter(
            (other) =>
              overlaps(one.interval, other.interval) &&
              one.leaves.some((leaf) => other.leaves.includes(leaf)),
          );
        for (const hold of wanted) {
          if (clashes(hold).length > 0) continue;
          own.add(addDays("2026-09-08", held.length), hold.leaves, hold.interval);
          held.push(hold);
        }
        const dates = clashes(asked).map((hold) => addDays("2026-09-08", held.indexOf(hold)));
        const found = own.clashingDate(asked.leaves, asked.interval);
        expect(dates.length > 0 ? dates : [undefined]).toContain(found);
      }),
      { numRuns: 300 },
    );
  });
});
