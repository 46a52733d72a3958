import { describe, expect, it } from "vitest";
import { retryPauseMs, RETRY_PAUSES_MS } from "./retry-schedule.ts";

describe("retryPauseMs", () => {
  it("sends ten times within some three days, then gives up", () => {
    const pauses = RETRY_PAUSES_MS.map((_pause, tries) => retryPauseMs(tries, 0) ?? -1);
    expect(pauses.map((pause) => pause / 1000)).toEqual([
      0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400,
    ]);
    expect(retryPauseMs(10, 0)).toBeUndefined();
  });

  it("makes a pause up to a fifth longer, by chance", () => {
    expect(retryPauseMs(1, 0.5)).toBe(5_500);
    expect(retryPauseMs(1, 0.999)).toBeLessThan(6_000);
  });
});
