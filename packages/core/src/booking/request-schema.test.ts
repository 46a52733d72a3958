import { describe, expect, it } from "vitest";
import { SeriesChangeSchema, SeriesRequestSchema } from "./request-schema.ts";

const request = {
  space: "sports-hall-a",
  attendance: 16,
  first: "2026-09-08",
  startTime: "18:00",
  endTime: "19:30",
  recurrence: {
    rule: "FREQ=WEEKLY",
    until: "2027-07-15",
    termTimeOnly: true,
    excludeBankHolidays: true,
    exceptDates: ["2026-12-15"],
  },
  onClash: { policy: "skip", minimumOccurrences: 20 },
};

function refusedPaths(body: unknown): string[] {
  const parsed = SeriesRequestSchema.safeParse(body);
  return [...new Set((parsed.error?.issues ?? []).map(({ path }) => path.join("/")))];
}

describe("SeriesRequestSchema", () => {
  it("takes the body of the HTTP API as it is", () => {
    expect(SeriesRequestSchema.parse(request)).toEqual(request);
  });

  it("refuses fields that it does not know, at every level", () => {
    expect(refusedPaths({ ...request, colour: "red" })).toEqual([""]);
    expect(refusedPaths({ ...request, onClash: { policy: "skip", force: true } })).toEqual([
      "onClash",
    ]);
  });

  it("refuses dates and times that do not exist", () => {
    expect(refusedPaths({ ...request, first: "2026-02-30" })).toEqual(["first"]);
    expect(refusedPaths({ ...request, startTime: "6pm", endTime: "24:30" })).toEqual([
      "startTime",
      "endTime",
    ]);
  });

  it("limits numbers, texts and lists", () => {
    const recurrence = {
      rule: "X".repeat(1001),
      count: 401,
      exceptDates: Array.from({ length: 401 }, () => "2026-09-08"),
    };
    const onClash = { policy: "nearbyTime", shiftMinutes: 721, minimumOccurrences: 0 };
    expect(refusedPaths({ ...request, attendance: 0, recurrence, onClash })).toEqual([
      "attendance",
      "recurrence/rule",
      "recurrence/count",
      "recurrence/exceptDates",
      "onClash/minimumOccurrences",
      "onClash/shiftMinutes",
    ]);
  });
});

describe("SeriesChangeSchema", () => {
  it("takes a change of dates with a first date of its own", () => {
    const change = {
      scope: "thisAndFollowing",
      date: "2027-01-05",
      recurrence: { rule: "FREQ=WEEKLY;BYDAY=WE", first: "2027-01-06", count: 10 },
    };
    expect(SeriesChangeSchema.parse(change)).toEqual(change);
  });

  it("refuses an unknown scope", () => {
    expect(SeriesChangeSchema.safeParse({ scope: "some" }).success).toBe(false);
  });
});
