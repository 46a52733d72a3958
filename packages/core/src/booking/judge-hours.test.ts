import { describe, expect, it } from "vitest";
import { codesOf, firstDetails } from "../../test/decide-one.ts";

describe("community hours", () => {
  it("takes a booking that fills an open interval to the minute", () => {
    expect(codesOf({ startTime: "17:00", endTime: "22:00" })).toEqual([]);
  });

  it("denies OUTSIDE_COMMUNITY_HOURS a quarter of an hour early or late, with the hours that are open", () => {
    expect(codesOf({ startTime: "16:45" })).toEqual(["OUTSIDE_COMMUNITY_HOURS"]);
    expect(codesOf({ startTime: "21:00", endTime: "22:15" })).toEqual(["OUTSIDE_COMMUNITY_HOURS"]);
    expect(firstDetails({ startTime: "16:45" })).toEqual({
      date: "2026-09-08",
      startTime: "16:45",
      endTime: "19:30",
      open: [{ start: "17:00", end: "22:00" }],
    });
  });

  it("denies a booking over a break between two open intervals", () => {
    expect(codesOf({ first: "2026-10-27", startTime: "11:00", endTime: "14:00" })).toEqual([
      "OUTSIDE_COMMUNITY_HOURS",
    ]);
  });

  it("says CLOSED, and what the day is, where there are no hours at all", () => {
    expect(codesOf({ first: "2026-08-31" })).toEqual(["CLOSED"]);
    expect(firstDetails({ first: "2026-08-31" })).toEqual({
      date: "2026-08-31",
      kind: "bankHoliday",
      name: expect.objectContaining({ cy: expect.stringContaining("Gŵyl Banc") }),
      areTermsKnown: true,
    });
    expect(codesOf({ first: "2027-05-06" })).toEqual(["CLOSED"]);
  });

  it("adds SCHOOL_IN_SESSION on a day of term when the time runs into lessons", () => {
    expect(codesOf({ startTime: "15:00", endTime: "16:00" })).toEqual([
      "OUTSIDE_COMMUNITY_HOURS",
      "SCHOOL_IN_SESSION",
    ]);
    expect(codesOf({ startTime: "15:30", endTime: "16:30" })).toEqual(["OUTSIDE_COMMUNITY_HOURS"]);
  });

  it("does not speak of lessons on an INSET day or in a half term", () => {
    expect(codesOf({ first: "2026-11-02", startTime: "10:00", endTime: "11:00" })).toEqual([
      "OUTSIDE_COMMUNITY_HOURS",
    ]);
    expect(codesOf({ first: "2026-10-28", startTime: "10:00", endTime: "11:00" })).toEqual([]);
  });

  it("does not speak of lessons where the space is open during them", () => {
    expect(codesOf({ space: "lobby", startTime: "10:00", endTime: "11:00" })).toEqual([]);
  });
});
