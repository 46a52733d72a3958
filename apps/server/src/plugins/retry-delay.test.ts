import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_DELAY_MS, retryDelayMs } from "./retry-delay.ts";

describe("retryDelayMs", () => {
  it("doubles from a second up to half an hour", () => {
    const longest = Array.from({ length: 13 }, (_, index) => retryDelayMs(index + 1, () => 1));
    expect(longest.slice(0, 4)).toEqual([1000, 2000, 4000, 8000]);
    expect(longest.slice(-3)).toEqual([1_024_000, LONGEST_DELAY_MS, LONGEST_DELAY_MS]);
  });

  it("draws from the upper half of it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (attempts, drawn) => {
          const most = retryDelayMs(attempts, () => 1);
          const delay = retryDelayMs(attempts, () => drawn);
          expect(delay).toBeGreaterThanOrEqual(most / 2);
          expect(delay).toBeLessThanOrEqual(most);
          expect(most).toBeLessThanOrEqual(LONGEST_DELAY_MS);
        },
      ),
      { numRuns: 200 },
    );
  });
});
