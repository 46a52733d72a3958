import { describe, expect, it } from "vitest";
import { amend } from "../../test/tuesday-series.ts";

describe("a change that contradicts itself", () => {
  it.each([
    ["this without a date", { scope: "this" }, "/date"],
    ["thisAndFollowing without a date", { scope: "thisAndFollowing" }, "/date"],
    ["a new date for many", { scope: "all", newDate: "2026-09-17" }, "/newDate"],
    [
      "new dates for one",
      { scope: "this", date: "2026-09-08", recurrence: { rule: "FREQ=DAILY", count: 2 } },
      "/recurrence",
    ],
    [
      "new dates before the change",
      {
        scope: "thisAndFollowing",
        date: "2026-09-15",
        recurrence: { rule: "FREQ=DAILY", count: 2, first: "2026-09-08" },
      },
      "/recurrence/first",
    ],
    ["a space that can't be booked", { scope: "all", space: "plant-room" }, "/space"],
    ["nobody expected", { scope: "all", attendance: 0 }, "/attendance"],
    ["an end that comes before the start", { scope: "all", startTime: "20:00" }, "/endTime"],
    [
      "an end of the dates before their start",
      { scope: "all", recurrence: { rule: "FREQ=DAILY", until: "2026-09-01" } },
      "/recurrence/until",
    ],
  ] as const)("is refused: %s", (_, change, path) => {
    expect(() => amend(change)).toThrow(
      expect.objectContaining({
        code: "REQUEST_INVALID",
        faults: [expect.objectContaining({ path })],
      }),
    );
  });

  it("is refused with the code of the part for unknown spaces and malformed times", () => {
    expect(() => amend({ scope: "all", space: "attic" })).toThrow(
      expect.objectContaining({ code: "SPACE_UNKNOWN" }),
    );
    expect(() => amend({ scope: "all", startTime: "25:00" })).toThrow(
      expect.objectContaining({ code: "LOCAL_TIME_INVALID" }),
    );
  });
});
