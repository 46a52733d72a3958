import { describe, expect, it } from "vitest";
import { at, claimsOn, factsWith, tree } from "../../test/hall-school.ts";
import { growSpaceTree } from "../premises/space-tree.ts";
import { amendmentWindow, amendSeries } from "./amend-series.ts";
import type { Amendment, SeriesChange } from "./amendment.ts";
import { claimsOf } from "./claims-of.ts";
import type { SeriesFacts } from "./series-facts.ts";
import type { Occurrence, Series } from "./series.ts";

function occurrence(date: string, change: Partial<Occurrence> = {}): Occurrence {
  const { startTime = "18:00", endTime = "19:30" } = change;
  return {
    date,
    space: "half-a",
    startTime,
    endTime,
    start: at(date, startTime),
    end: at(date, endTime),
    status: "confirmed",
    ...change,
  };
}

const tuesdays = ["2026-09-08", "2026-09-15", "2026-09-22", "2026-09-29"];

function series(change: Partial<Series> = {}): Series {
  return {
    id: "series-1",
    status: "approved",
    space: "half-a",
    attendance: 16,
    occurrences: tuesdays.map((date) => occurrence(date)),
    ...change,
  };
}

/** The series' own claims, and others. */
function facts(others: SeriesFacts["claims"] = [], change: Partial<SeriesFacts> = {}): SeriesFacts {
  const own = series().occurrences.flatMap((placed) =>
    claimsOf(placed, tree, "series-1", "booking"),
  );
  return factsWith({ claims: [...own, ...others], ...change });
}

function told({ occurrences }: Amendment): string[] {
  return occurrences.map(({ class: kind, before, after, denials }) =>
    [
      kind,
      before ? `${before.date.slice(5)} ${before.startTime}` : "-",
      after ? `${after.date.slice(5)} ${after.startTime}` : "-",
      ...denials.map(({ code }) => code),
    ].join(" "),
  );
}

function amend(change: SeriesChange, others: SeriesFacts["claims"] = []): Amendment {
  return amendSeries(series(), change, facts(others));
}

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

describe("dates of one series in each other's way", () => {
  it("counts those that stay outside the scope, and those that can't move", () => {
    const current = series({
      occurrences: [
        occurrence("2026-09-08", { space: "lobby", startTime: "22:00", endTime: "24:00" }),
        occurrence("2026-09-09", { space: "lobby", startTime: "08:00", endTime: "09:00" }),
      ],
    });
    const moveOnto = { scope: "this", date: "2026-09-09", newDate: "2026-09-08" } as const;
    expect(told(amendSeries(current, moveOnto, factsWith()))).toEqual([
      "cannotMove 09-09 08:00 09-08 08:00 OVERLAPS_ITSELF",
    ]);
  });

  it("refuses in turn what would run into a date that turns out to stay", () => {
    const campTree = growSpaceTree([
      {
        id: "site",
        name: { cy: "Safle", en: "Site" },
        communityHours: [{ hours: [{ start: "00:00", end: "24:00" }] }],
        terms: { turnaroundMinutes: 60 },
        spaces: [
          { id: "camp", name: { cy: "Gwersyll", en: "Camp" }, kind: "outdoorArea", capacity: 90 },
        ],
      },
    ]);
    const current = series({
      space: "camp",
      occurrences: [
        occurrence("2026-09-08", { space: "camp", startTime: "22:00", endTime: "24:00" }),
        occurrence("2026-09-09", { space: "camp", startTime: "03:00", endTime: "04:00" }),
      ],
    });
    const change = { scope: "all", startTime: "00:15", endTime: "01:15" } as const;
    const free = factsWith({ tree: campTree });
    expect(amendSeries(current, change, free).summary.moved).toBe(2);

    // The first can't go to the small hours of the 8th, so that its evening still reaches into those of the 9th.
    const taken = {
      leaf: "camp",
      kind: "booking",
      owner: "someone-else",
      start: at("2026-09-08", "00:00"),
      end: at("2026-09-08", "01:00"),
    } as const;
    expect(told(amendSeries(current, change, { ...free, claims: [taken] }))).toEqual([
      "cannotMove 09-08 22:00 09-08 00:15 OVERLAPS_BOOKING",
      "cannotMove 09-09 03:00 09-09 00:15 OVERLAPS_ITSELF",
    ]);
  });
});

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
