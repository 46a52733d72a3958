import { describe, expect, it } from "vitest";
import { codesOf, firstDetails } from "../../test/decide-one.ts";
import { at, now } from "../../test/hall-school.ts";

describe("the terms of a space", () => {
  it("denies TOO_SHORT and TOO_LONG, by the time on the clock", () => {
    const hall = { space: "main-hall", startTime: "17:00" };
    expect(codesOf({ ...hall, endTime: "17:45" })).toEqual(["TOO_SHORT"]);
    expect(codesOf({ ...hall, endTime: "18:00" })).toEqual([]);
    expect(codesOf({ ...hall, endTime: "21:00" })).toEqual([]);
    expect(codesOf({ ...hall, endTime: "21:15" })).toEqual(["TOO_LONG"]);
  });

  it("denies OFF_GRID for the start or the end, with the times to choose instead", () => {
    expect(codesOf({ startTime: "18:10" })).toEqual(["OFF_GRID"]);
    expect(firstDetails({ endTime: "19:40" })).toEqual({
      startGridMinutes: 15,
      time: "19:40",
      before: "19:30",
      after: "19:45",
    });
  });

  it("denies IN_THE_PAST what has begun, and TOO_SOON what is within the notice, never both", () => {
    const room = {
      space: "community-room",
      first: "2026-08-26",
      startTime: "09:00",
      endTime: "10:00",
    };
    expect(codesOf(room)).toEqual([]);
    expect(codesOf(room, { now: now + 1 })).toEqual(["TOO_SOON"]);
    expect(codesOf(room, { now: at("2026-08-26", "09:00") })).toEqual(["TOO_SOON"]);
    expect(codesOf(room, { now: at("2026-08-26", "09:00") + 1 })).toEqual(["IN_THE_PAST"]);
  });

  it("denies TOO_FAR_AHEAD after the last day of the horizon, counted by the school's date", () => {
    const room = { space: "community-room", startTime: "18:00", endTime: "19:00" };
    expect(codesOf({ ...room, first: "2026-12-02" })).toEqual([]);
    expect(codesOf({ ...room, first: "2026-12-03" })).toEqual(["TOO_FAR_AHEAD"]);
    expect(firstDetails({ ...room, first: "2026-12-03" })).toEqual({
      horizonDays: 100,
      lastDate: "2026-12-02",
    });
    // 23:30Z on the 24th is already the 25th at the school.
    expect(
      codesOf({ ...room, first: "2026-12-03" }, { now: Date.UTC(2026, 7, 24, 23, 30) }),
    ).toEqual([]);
  });

  it("denies OVER_CAPACITY for the layout asked for, or else for the space", () => {
    const hall = { space: "main-hall", attendance: 130 };
    expect(codesOf(hall)).toEqual([]);
    expect(codesOf({ ...hall, layout: "seated" })).toEqual(["OVER_CAPACITY"]);
    expect(firstDetails({ ...hall, layout: "seated" })).toEqual({ capacity: 120, attendance: 130 });
    expect(codesOf({ ...hall, attendance: 151 })).toEqual(["OVER_CAPACITY"]);
  });
});
