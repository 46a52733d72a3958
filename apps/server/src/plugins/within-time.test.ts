import { describe, expect, it } from "vitest";
import { manualSchedule } from "../../test/fixtures/manual-schedule.ts";
import { withinTime } from "./within-time.ts";

describe("withinTime", () => {
  it("gives the result, or the error, and leaves no timer behind", async () => {
    const timers = manualSchedule();
    expect(await withinTime(timers.schedule, 100, () => 7)).toBe(7);
    expect(await withinTime(timers.schedule, 100, async () => 8)).toBe(8);
    const throws = withinTime(timers.schedule, 100, () => {
      throw new Error("at once");
    });
    await expect(throws).rejects.toThrow("at once");
    expect(timers.pending()).toEqual([]);
  });

  it("gives up at the limit, and drops what comes after it", async () => {
    const timers = manualSchedule();
    let reject: ((error: Error) => void) | undefined;
    const outcome = withinTime(
      timers.schedule,
      100,
      () => new Promise((_resolve, refuse) => (reject = refuse)),
    ).catch((error: unknown) => error);
    await timers.advance(100);
    expect(await outcome).toMatchObject({ code: "TIME_LIMIT" });
    reject?.(new Error("late"));
    await timers.advance(1);
  });
});
