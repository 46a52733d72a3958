import { describe, expect, it } from "vitest";
import { at, claimsOn, factsWith } from "../../test/hall-school.ts";
import { amend, facts, occurrence, series, told } from "../../test/tuesday-series.ts";
import { amendSeries } from "./amend-series.ts";
import type { SeriesChange } from "./amendment.ts";

describe("amendSeries, new dates", () => {
  it("pairs old and new dates of one week, so that a change of evening moves them", () => {
    const recurrence = { rule: "FREQ=WEEKLY;BYDAY=TH", count: 4, first: "2026-09-10" };
    expect(told(amend({ scope: "all", recurrence }))).toEqual([
      "moved 09-08 18:00 09-10 18:00",
      "moved 09-15 18:00 09-17 18:00",
      "moved 09-22 18:00 09-24 18:00",
      "moved 09-29 18:00 10-01 18:00",
    ]);
  });

  it("keeps dates that are wanted still, removes the rest and adds the new ones", () => {
    const recurrence = { rule: "FREQ=WEEKLY;INTERVAL=2", count: 3 };
    expect(told(amend({ scope: "all", recurrence }))).toEqual([
      "unchanged 09-08 18:00 09-08 18:00",
      "removed 09-15 18:00 -",
      "unchanged 09-22 18:00 09-22 18:00",
      "removed 09-29 18:00 -",
      "new - 10-06 18:00",
    ]);
  });

  it("says of a new date that can't be had why, without a place it would keep", () => {
    const recurrence = { rule: "FREQ=WEEKLY", count: 5 };
    const others = claimsOn("half-a", "2026-10-06", ["17:00", "22:00"]);
    const amendment = amend({ scope: "all", recurrence }, others);
    expect(told(amendment).at(-1)).toBe("cannotMove - 10-06 18:00 OVERLAPS_BOOKING");
    expect(amendment.occurrences.at(-1)).not.toHaveProperty("before");
  });

  it("starts at the first date affected, and can change times as well", () => {
    const change: SeriesChange = {
      scope: "thisAndFollowing",
      date: "2026-09-22",
      startTime: "19:00",
      endTime: "20:30",
      recurrence: { rule: "FREQ=WEEKLY", count: 3 },
    };
    expect(told(amend(change))).toEqual([
      "moved 09-22 18:00 09-22 19:00",
      "moved 09-29 18:00 09-29 19:00",
      "new - 10-06 19:00",
    ]);
  });

  it("gives new dates the time that most of the series has, not that of a date moved on its own", () => {
    const current = series({
      occurrences: [
        occurrence("2026-09-08", { startTime: "20:00", endTime: "21:30" }),
        occurrence("2026-09-15"),
        occurrence("2026-09-22"),
      ],
    });
    const recurrence = { rule: "FREQ=WEEKLY", count: 4 };
    const amendment = amendSeries(current, { scope: "all", recurrence }, factsWith());
    expect(told(amendment)).toEqual([
      "unchanged 09-08 20:00 09-08 20:00",
      "unchanged 09-15 18:00 09-15 18:00",
      "unchanged 09-22 18:00 09-22 18:00",
      "new - 09-29 18:00",
    ]);
  });

  it("gives new dates the usual time also when the last date is the one moved on its own", () => {
    const current = series({
      occurrences: [
        occurrence("2026-09-08"),
        occurrence("2026-09-15"),
        occurrence("2026-09-22", { startTime: "20:00", endTime: "21:30" }),
      ],
    });
    const recurrence = { rule: "FREQ=WEEKLY", count: 4 };
    const amendment = amendSeries(current, { scope: "all", recurrence }, factsWith());
    expect(told(amendment).at(-1)).toBe("new - 09-29 18:00");
  });

  it("gives new dates the space that most of those changed have, once a season has moved", () => {
    const inB = { space: "half-b" };
    const current = series({
      occurrences: [
        occurrence("2026-09-08"),
        occurrence("2026-09-15", inB),
        occurrence("2026-09-22", inB),
        occurrence("2026-09-29"),
      ],
    });
    const spaces = (change: SeriesChange) =>
      amendSeries(current, change, factsWith()).occurrences.map(({ after }) => after?.space);
    const recurrence = { rule: "FREQ=WEEKLY", count: 4 };
    const following = { scope: "thisAndFollowing", date: "2026-09-15", recurrence } as const;
    expect(spaces(following)).toEqual(["half-b", "half-b", "half-a", "half-b"]);
    expect(spaces({ ...following, space: "half-a" })).toEqual(
      Array.from({ length: 4 }, () => "half-a"),
    );
  });

  it("has weeks from Monday to Sunday", () => {
    const current = series({ occurrences: [occurrence("2026-09-08")] });
    const daytime = { startTime: "10:00", endTime: "11:30" };
    const once = (first: string) => ({ rule: "FREQ=DAILY", count: 1, first });
    const sunday = { scope: "all", ...daytime, recurrence: once("2026-09-13") } as const;
    expect(told(amendSeries(current, sunday, factsWith()))).toEqual([
      "moved 09-08 18:00 09-13 10:00",
    ]);
    const monday = { scope: "all", recurrence: once("2026-09-14") } as const;
    expect(told(amendSeries(current, monday, factsWith()))).toEqual([
      "removed 09-08 18:00 -",
      "new - 09-14 18:00",
    ]);
  });

  it("leaves out what the recurrence leaves out", () => {
    const current = series({ occurrences: [occurrence("2026-10-20"), occurrence("2026-10-27")] });
    const recurrence = { rule: "FREQ=WEEKLY", until: "2026-11-03", termTimeOnly: true };
    expect(told(amendSeries(current, { scope: "all", recurrence }, factsWith()))).toEqual([
      "unchanged 10-20 18:00 10-20 18:00",
      "removed 10-27 18:00 -",
      "new - 11-03 18:00",
    ]);
  });

  it("does not ask again for a date that has begun and stays as it is", () => {
    const amendment = amendSeries(
      series(),
      { scope: "all", recurrence: { rule: "FREQ=WEEKLY", count: 4, first: "2026-09-08" } },
      facts([], { now: at("2026-09-08", "18:30") }),
    );
    expect(told(amendment)).toEqual([
      "unchanged 09-15 18:00 09-15 18:00",
      "unchanged 09-22 18:00 09-22 18:00",
      "unchanged 09-29 18:00 09-29 18:00",
    ]);
  });

  it("can start a series that has no dates left again, if it is told the times", () => {
    const ended = facts([], { now: at("2026-10-01", "00:00") });
    const recurrence = { rule: "FREQ=WEEKLY", count: 1, first: "2026-10-06" };
    expect(() => amendSeries(series(), { scope: "all", recurrence }, ended)).toThrow(/startTime/);
    const change = { scope: "all", recurrence, startTime: "18:00", endTime: "19:00" } as const;
    expect(told(amendSeries(series(), change, ended))).toEqual(["new - 10-06 18:00"]);
    const endless = { ...change, recurrence: { rule: "FREQ=WEEKLY", count: 1 } };
    expect(() => amendSeries(series(), endless, ended)).toThrow(/recurrence\.first/);
  });
});
