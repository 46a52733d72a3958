import { describe, expect, it } from "vitest";
import { codesOf, decideOne, evening, firstDetails } from "../../test/decide-one.ts";
import { at, claimsOn, factsWith, now, tree } from "../../test/hall-school.ts";
import type { BookingRule, PlacedDate } from "./booking-rule.ts";
import { decideSeries } from "./decide-series.ts";
import type { SeriesRequest } from "./series-request.ts";

describe("the change of the clocks", () => {
  const night = { space: "lobby", first: "2027-03-28" };

  it("denies NONEXISTENT_LOCAL_TIME for a start or an end that clocks jump over", () => {
    expect(codesOf({ ...night, startTime: "01:30", endTime: "03:00" })).toEqual([
      "NONEXISTENT_LOCAL_TIME",
    ]);
    expect(codesOf({ ...night, startTime: "00:00", endTime: "01:30" })).toEqual([
      "NONEXISTENT_LOCAL_TIME",
    ]);
    expect(firstDetails({ ...night, startTime: "01:30", endTime: "01:45" })).toEqual({
      date: "2027-03-28",
      time: "01:30",
    });
  });

  it("takes a booking over the jump, or up to it, with the real instants", () => {
    expect(decideOne({ ...night, startTime: "00:00", endTime: "03:00" })).toMatchObject({
      verdict: "bookable",
      start: Date.UTC(2027, 2, 28, 0),
      end: Date.UTC(2027, 2, 28, 2),
    });
    expect(decideOne({ ...night, startTime: "00:00", endTime: "01:00" })).toMatchObject({
      verdict: "bookable",
      end: Date.UTC(2027, 2, 28, 1),
    });
  });

  it("takes the first of two hours when clocks go back, and the length on the clock", () => {
    const back = { space: "lobby", first: "2026-10-25" };
    expect(decideOne({ ...back, startTime: "01:30", endTime: "02:30" })).toMatchObject({
      verdict: "bookable",
      start: Date.UTC(2026, 9, 25, 0, 30),
      end: Date.UTC(2026, 9, 25, 2, 30),
    });
  });

  it("says nothing of claims at a time that clocks never show", () => {
    const claims = claimsOn("lobby", "2027-03-28", ["00:00", "12:00"], "block");
    expect(codesOf({ ...night, startTime: "01:30", endTime: "03:00" }, { claims })).toEqual([
      "NONEXISTENT_LOCAL_TIME",
    ]);
  });

  it("never places a date inverted, even if the jump lies between its start and its end", () => {
    const { start, end } = decideOne({ ...night, startTime: "01:45", endTime: "02:00" });
    expect(end).toBeGreaterThanOrEqual(start);
  });
});

describe("rules of plugins", () => {
  const noTuesdays: BookingRule = ({ day, startTime }) =>
    day.date.endsWith("-08")
      ? [{ code: "curfew/NOT_THAT_DAY", message: { cy: "Na", en: "No" }, details: { startTime } }]
      : [];

  it("adds what they say to the other denials", () => {
    const claims = claimsOn("half-a", "2026-09-08", ["17:00", "22:00"]);
    expect(codesOf({}, { rules: [noTuesdays, () => []] })).toEqual(["curfew/NOT_THAT_DAY"]);
    expect(codesOf({}, { rules: [noTuesdays], claims })).toEqual([
      "OVERLAPS_BOOKING",
      "curfew/NOT_THAT_DAY",
    ]);
  });

  it("shows them the placed date, the request and the moment", () => {
    const seen: [PlacedDate, SeriesRequest, number][] = [];
    const request = { ...evening, attendance: 12 };
    const spy: BookingRule = (...seenNow) => {
      seen.push(seenNow);
      return [];
    };
    decideSeries(request, factsWith({ rules: [spy] }));
    expect(seen).toHaveLength(1);
    expect(seen[0]?.[0]).toMatchObject({
      date: "2026-09-08",
      start: at("2026-09-08", "18:00"),
      end: at("2026-09-08", "19:30"),
      startTime: "18:00",
      endTime: "19:30",
      day: { kind: "term" },
    });
    expect(seen[0]?.[0].space).toBe(tree.byId.get("half-a"));
    expect(seen[0]?.[1]).toBe(request);
    expect(seen[0]?.[2]).toBe(now);
  });
});

describe("several denials at once", () => {
  it("gives every reason, not the first", () => {
    const claims = [
      ...claimsOn("main-hall", "2026-09-08", ["16:00", "17:30"]),
      ...claimsOn("main-hall", "2026-09-08", ["17:30", "18:00"], "request"),
    ];
    const request = {
      space: "main-hall",
      startTime: "15:20",
      endTime: "20:20",
      attendance: 500,
    };
    const later = at("2026-09-08", "16:00");
    expect(codesOf(request, { claims, now: later })).toEqual([
      "IN_THE_PAST",
      "TOO_LONG",
      "OFF_GRID",
      "OVER_CAPACITY",
      "OUTSIDE_COMMUNITY_HOURS",
      "SCHOOL_IN_SESSION",
      "OVERLAPS_BOOKING",
      "OVERLAPS_REQUEST",
    ]);
  });
});
