import { describe, expect, it } from "vitest";
import { at, claimsOn, factsWith } from "../../test/hall-school.ts";
import { amend, facts, occurrence, series, told } from "../../test/tuesday-series.ts";
import { amendmentWindow, amendSeries } from "./amend-series.ts";

describe("amendSeries, all dates", () => {
  it("leaves everything unchanged when nothing changes, though the series holds its own time", () => {
    const amendment = amend({
      scope: "all",
      startTime: "18:00",
      endTime: "19:30",
      space: "half-a",
    });
    expect(amendment.summary).toEqual({
      unchanged: 4,
      removed: 0,
      new: 0,
      moved: 0,
      cannotMove: 0,
    });
    expect(amendment.occurrences[0]).toMatchObject({ class: "unchanged", denials: [] });
    expect(amendment.occurrences[0]?.after).toEqual(amendment.occurrences[0]?.before);
  });

  it("moves each date to the new time, also over its own old one", () => {
    expect(told(amend({ scope: "all", startTime: "18:30", endTime: "20:00" }))).toEqual([
      "moved 09-08 18:00 09-08 18:30",
      "moved 09-15 18:00 09-15 18:30",
      "moved 09-22 18:00 09-22 18:30",
      "moved 09-29 18:00 09-29 18:30",
    ]);
  });

  it("says which dates can't move and why; they keep their place", () => {
    const others = claimsOn("court-2", "2026-09-15", ["20:00", "21:00"]);
    const amendment = amend({ scope: "all", endTime: "20:00" }, others);
    expect(told(amendment)[1]).toBe("cannotMove 09-15 18:00 09-15 18:00 OVERLAPS_BOOKING");
    expect(amendment.occurrences[1]?.after?.endTime).toBe("20:00");
    expect(amendment.summary).toMatchObject({ moved: 3, cannotMove: 1 });
  });

  it("judges the new place by every rule", () => {
    const amendment = amend({ scope: "this", date: "2026-09-08", startTime: "15:10" });
    expect(told(amendment)).toEqual([
      "cannotMove 09-08 18:00 09-08 15:10 OFF_GRID OUTSIDE_COMMUNITY_HOURS SCHOOL_IN_SESSION",
    ]);
  });

  it("moves to another space, with its capacity", () => {
    expect(amend({ scope: "all", space: "half-b" }).summary.moved).toBe(4);
    const crowded = amend({ scope: "all", space: "community-room", attendance: 31 });
    expect(crowded.summary.cannotMove).toBe(4);
    expect(crowded.occurrences[0]?.denials.map(({ code }) => code)).toEqual(["OVER_CAPACITY"]);
  });

  it("keeps what a date has of its own where the change does not name it", () => {
    const current = series({
      occurrences: [occurrence("2026-09-08"), occurrence("2026-09-15", { space: "half-b" })],
    });
    const amendment = amendSeries(current, { scope: "all", endTime: "20:00" }, factsWith());
    expect(amendment.occurrences.map(({ after }) => after?.space)).toEqual(["half-a", "half-b"]);
  });

  it("refuses more people than a space holds, even where nothing moves", () => {
    expect(amend({ scope: "all", attendance: 100 }).summary.unchanged).toBe(4);
    const crowded = amend({ scope: "all", attendance: 101 });
    expect(crowded.summary.cannotMove).toBe(4);
    expect(crowded.occurrences[0]?.denials[0]?.code).toBe("OVER_CAPACITY");
  });

  it("does not list what has begun, or what is not live", () => {
    const current = series({
      occurrences: [
        occurrence("2026-09-08"),
        occurrence("2026-09-15", { status: "cancelled" }),
        occurrence("2026-09-22", { status: "requested" }),
        occurrence("2026-09-29", { status: "displaced" }),
      ],
    });
    const now = at("2026-09-08", "18:30");
    const amendment = amendSeries(current, { scope: "all", endTime: "20:00" }, factsWith({ now }));
    expect(told(amendment)).toEqual(["moved 09-22 18:00 09-22 18:00"]);
  });

  it("goes on past dates that took place in a space that is gone", () => {
    const current = series({
      space: "old-gym",
      occurrences: [occurrence("2026-09-08", { space: "old-gym" }), occurrence("2026-09-15")],
    });
    const now = at("2026-09-10", "08:00");
    const amendment = amendSeries(current, { scope: "all", endTime: "20:00" }, factsWith({ now }));
    expect(told(amendment)).toEqual(["moved 09-15 18:00 09-15 18:00"]);
  });

  it("is empty when the series has no dates to come", () => {
    const amendment = amendSeries(
      series(),
      { scope: "all", endTime: "20:00" },
      facts([], { now: at("2026-10-01", "00:00") }),
    );
    expect(amendment.occurrences).toEqual([]);
    expect(amendment.digest).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("amendSeries, this date", () => {
  it("moves one date to another", () => {
    const amendment = amend({ scope: "this", date: "2026-09-15", newDate: "2026-09-17" });
    expect(told(amendment)).toEqual(["moved 09-15 18:00 09-17 18:00"]);
    expect(amendment.occurrences[0]?.after?.start).toBe(at("2026-09-17", "18:00"));
  });

  it("never puts two dates of a series on one day, even at other times", () => {
    const amendment = amend({
      scope: "this",
      date: "2026-09-15",
      newDate: "2026-09-22",
      startTime: "20:00",
      endTime: "21:30",
    });
    expect(told(amendment)).toEqual(["cannotMove 09-15 18:00 09-22 20:00 OVERLAPS_ITSELF"]);
  });

  it("refuses a date that the series does not have to come", () => {
    for (const date of ["2026-09-09", "2026-08-18"]) {
      expect(() => amend({ scope: "this", date, startTime: "17:00" })).toThrow(
        expect.objectContaining({ code: "REQUEST_INVALID" }),
      );
    }
  });
});

describe("amendSeries, this date and those that follow", () => {
  it("leaves earlier dates alone", () => {
    const change = { scope: "thisAndFollowing", date: "2026-09-20", startTime: "17:30" } as const;
    expect(told(amend(change))).toEqual([
      "moved 09-22 18:00 09-22 17:30",
      "moved 09-29 18:00 09-29 17:30",
    ]);
  });
});

describe("the digest of an amendment", () => {
  it("is the same for the same outcome, and another for another", () => {
    const change = { scope: "all", endTime: "20:00" } as const;
    const others = claimsOn("half-a", "2026-09-15", ["20:00", "21:00"]);
    expect(amend(change).digest).toBe(amend(change).digest);
    expect(amend(change, others).digest).toBe(amend(change, others.toReversed()).digest);
    expect(amend(change, others).digest).not.toBe(amend(change).digest);
    expect(amend({ scope: "all", endTime: "20:15" }).digest).not.toBe(amend(change).digest);
  });
});

describe("amendmentWindow", () => {
  it("covers every date wanted with a day on either side", () => {
    const { claims: _, ...rest } = facts();
    const change = { scope: "this", date: "2026-09-15", newDate: "2026-10-06" } as const;
    expect(amendmentWindow(series(), change, rest)).toEqual({
      start: at("2026-10-05", "00:00"),
      end: at("2026-10-08", "00:00"),
    });
  });
});
