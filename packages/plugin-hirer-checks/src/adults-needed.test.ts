import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  adultsNeeded,
  CHILD_AGES,
  CHILDREN_PER_ADULT,
  type ChildAges,
  LEAST_ADULTS,
} from "./adults-needed.ts";

describe("adultsNeeded", () => {
  it.each([
    [{}, 0],
    [{ "4-8": 0 }, 0],
    [{ "13-18": 1 }, 2],
    [{ "0-2": 6 }, 2],
    [{ "0-2": 7 }, 3],
    [{ "3": 12 }, 3],
    [{ "4-8": 24 }, 4],
    [{ "9-12": 24 }, 3],
    [{ "9-12": 25 }, 4],
    [{ "13-18": 30 }, 3],
    [{ "4-8": 12, "9-12": 8 }, 3],
  ])("counts for %j at least %i", (children, needed) => {
    expect(adultsNeeded(children)).toBe(needed);
  });

  const groups = fc.record(
    Object.fromEntries(CHILD_AGES.map((ages) => [ages, fc.nat(200)])) as Record<
      ChildAges,
      fc.Arbitrary<number>
    >,
    { requiredKeys: [] },
  );

  it("is the smallest number that covers the shares of all ages, and never less than two", () => {
    fc.assert(
      fc.property(groups, (children) => {
        const needed = adultsNeeded(children);
        const total = CHILD_AGES.reduce((sum, ages) => sum + (children[ages] ?? 0), 0);
        const share = CHILD_AGES.reduce(
          (sum, ages) => sum + (children[ages] ?? 0) / CHILDREN_PER_ADULT[ages],
          0,
        );
        if (total === 0) {
          expect(needed).toBe(0);
          return;
        }
        expect(needed).toBeGreaterThanOrEqual(Math.max(LEAST_ADULTS, share - 1e-9));
        if (needed > LEAST_ADULTS) expect(needed - 1).toBeLessThan(share - 1e-9);
      }),
      // Chance seldom makes a group of nobody.
      { numRuns: 300, examples: [[{}], [{ "4-8": 0 }]] },
    );
  });

  it("never needs fewer for one child more", () => {
    fc.assert(
      fc.property(groups, fc.constantFrom(...CHILD_AGES), (children, ages) => {
        const more = { ...children, [ages]: (children[ages] ?? 0) + 1 };
        expect(adultsNeeded(more)).toBeGreaterThanOrEqual(adultsNeeded(children));
      }),
      { numRuns: 200 },
    );
  });
});
