import { describe, expect, it } from "vitest";
import { autumn, decideAutumn, on, secondTaken } from "../../test/autumn-series.ts";
import { claimsOn, factsWith } from "../../test/hall-school.ts";
import { decideSeries } from "./decide-series.ts";

describe("append", () => {
  it("adds one date of the rule after the last for each denied one", () => {
    const decision = decideAutumn({ policy: "append" });
    expect(decision.occurrences.map(({ date, verdict }) => [date, verdict])).toEqual([
      ["2026-09-08", "bookable"],
      ["2026-09-15", "denied"],
      ["2026-09-22", "bookable"],
      ["2026-09-29", "bookable"],
      ["2026-10-06", "bookable"],
    ]);
    expect(on("2026-10-06", decision).appended).toBe(true);
    expect(on("2026-09-29", decision).appended).toBeUndefined();
    expect(decision.accepted).toBe(true);
    expect(decision.notes).toEqual([]);
  });

  it("passes over dates that the request leaves out and dates that are taken, without listing them", () => {
    const claims = [...secondTaken, ...claimsOn("half-a", "2026-10-06", ["18:00", "18:30"])];
    const exceptDates = ["2026-10-13", "2026-10-20"];
    const recurrence = { ...autumn.recurrence, rule: "FREQ=WEEKLY;COUNT=4", exceptDates };
    const decision = decideAutumn({ policy: "append" }, claims, { recurrence });
    // 27 October is half term, 3 November the first Tuesday after it.
    expect(decision.occurrences.map(({ date }) => date).slice(4)).toEqual(["2026-11-03"]);
  });

  it("goes on beyond the end of the rule, but not beyond the horizon", () => {
    const request = {
      space: "community-room",
      first: "2026-11-03",
      startTime: "18:00",
      endTime: "19:30",
      recurrence: { rule: "FREQ=WEEKLY;UNTIL=20261124" },
    };
    const claims = claimsOn("community-room", "2026-11-10", ["18:00", "19:00"]);
    const one = decideAutumn({ policy: "append" }, claims, request);
    expect(one.occurrences.at(-1)).toMatchObject({ date: "2026-12-01", appended: true });

    const two = decideAutumn(
      { policy: "append" },
      [...claims, ...claimsOn("community-room", "2026-11-17", ["18:00", "19:00"])],
      request,
    );
    expect(two.occurrences.at(-1)?.date).toBe("2026-12-01");
    expect(two.accepted).toBe(true);
    expect(two.notes).toEqual([
      expect.objectContaining({ code: "COUNT_NOT_REACHED", details: { wanted: 2, added: 1 } }),
    ]);
  });

  it("has nothing to add to a single date", () => {
    const { recurrence: _, ...single } = autumn;
    const decision = decideSeries(
      { ...single, first: "2026-09-15", onClash: { policy: "append" } },
      factsWith({ claims: secondTaken }),
    );
    expect(decision.notes.map(({ code }) => code)).toEqual(["NO_DATES", "COUNT_NOT_REACHED"]);
  });

  it("stops at 400 dates and says so", () => {
    const recurrence = { rule: "FREQ=DAILY", count: 400 };
    const claims = claimsOn("lobby", "2026-09-15", ["17:00", "20:15"]);
    const request = { space: "lobby", first: "2026-08-25", recurrence };
    const decision = decideAutumn({ policy: "append" }, claims, request);
    expect(decision.summary).toEqual({ bookable: 399, denied: 1, excluded: 0 });
    expect(decision.notes.map(({ code }) => code)).toEqual(["COUNT_NOT_REACHED", "TOO_MANY_DATES"]);
  });
});
