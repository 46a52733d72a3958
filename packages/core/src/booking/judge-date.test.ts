import { describe, expect, it } from "vitest";
import { at, claimsOn, factsWith, now, tree } from "../../test/hall-school.ts";
import { growSpaceTree } from "../premises/space-tree.ts";
import type { BookingRule, PlacedDate } from "./booking-rule.ts";
import { decideSeries } from "./decide-series.ts";
import type { DecidedDate } from "./series-decision.ts";
import type { SeriesFacts } from "./series-facts.ts";
import type { SeriesRequest } from "./series-request.ts";

const evening: SeriesRequest = {
  space: "half-a",
  first: "2026-09-08",
  startTime: "18:00",
  endTime: "19:30",
};

function decide(change: Partial<SeriesRequest>, facts: Partial<SeriesFacts> = {}): DecidedDate {
  const [decided] = decideSeries({ ...evening, ...change }, factsWith(facts)).occurrences;
  if (decided === undefined) throw new Error("The request has no date.");
  return decided;
}

function codes(change: Partial<SeriesRequest>, facts: Partial<SeriesFacts> = {}): string[] {
  return decide(change, facts).denials.map(({ code }) => code);
}

function details(change: Partial<SeriesRequest>, facts: Partial<SeriesFacts> = {}): unknown {
  return decide(change, facts).denials[0]?.details;
}

describe("community hours", () => {
  it("takes a booking that fills an open interval to the minute", () => {
    expect(codes({ startTime: "17:00", endTime: "22:00" })).toEqual([]);
  });

  it("denies OUTSIDE_COMMUNITY_HOURS a quarter of an hour early or late, with the hours that are open", () => {
    expect(codes({ startTime: "16:45" })).toEqual(["OUTSIDE_COMMUNITY_HOURS"]);
    expect(codes({ startTime: "21:00", endTime: "22:15" })).toEqual(["OUTSIDE_COMMUNITY_HOURS"]);
    expect(details({ startTime: "16:45" })).toEqual({
      date: "2026-09-08",
      startTime: "16:45",
      endTime: "19:30",
      open: [{ start: "17:00", end: "22:00" }],
    });
  });

  it("denies a booking over a break between two open intervals", () => {
    expect(codes({ first: "2026-10-27", startTime: "11:00", endTime: "14:00" })).toEqual([
      "OUTSIDE_COMMUNITY_HOURS",
    ]);
  });

  it("says CLOSED, and what the day is, where there are no hours at all", () => {
    expect(codes({ first: "2026-08-31" })).toEqual(["CLOSED"]);
    expect(details({ first: "2026-08-31" })).toEqual({
      date: "2026-08-31",
      kind: "bankHoliday",
      name: expect.objectContaining({ cy: expect.stringContaining("Gŵyl Banc") }),
      areTermsKnown: true,
    });
    expect(codes({ first: "2027-05-06" })).toEqual(["CLOSED"]);
  });

  it("adds SCHOOL_IN_SESSION on a day of term when the time runs into lessons", () => {
    expect(codes({ startTime: "15:00", endTime: "16:00" })).toEqual([
      "OUTSIDE_COMMUNITY_HOURS",
      "SCHOOL_IN_SESSION",
    ]);
    expect(codes({ startTime: "15:30", endTime: "16:30" })).toEqual(["OUTSIDE_COMMUNITY_HOURS"]);
  });

  it("does not speak of lessons on an INSET day or in a half term", () => {
    expect(codes({ first: "2026-11-02", startTime: "10:00", endTime: "11:00" })).toEqual([
      "OUTSIDE_COMMUNITY_HOURS",
    ]);
    expect(codes({ first: "2026-10-28", startTime: "10:00", endTime: "11:00" })).toEqual([]);
  });

  it("does not speak of lessons where the space is open during them", () => {
    expect(codes({ space: "lobby", startTime: "10:00", endTime: "11:00" })).toEqual([]);
  });
});

describe("claims", () => {
  it("denies OVERLAPS_BOOKING with the time and the leaf, and never says whose it is", () => {
    const claims = claimsOn("court-2", "2026-09-08", ["19:00", "20:15"]);
    expect(codes({}, { claims })).toEqual(["OVERLAPS_BOOKING"]);
    expect(details({}, { claims })).toEqual({
      start: at("2026-09-08", "19:00"),
      end: at("2026-09-08", "20:15"),
      leaf: "court-2",
      from: { date: "2026-09-08", time: "19:00" },
      to: { date: "2026-09-08", time: "20:15" },
    });
    expect(JSON.stringify(decide({}, { claims }))).not.toContain("someone-else");
  });

  it("denies OVERLAPS_REQUEST for a request that holds, and BLOCKED for a block", () => {
    const request = claimsOn("half-a", "2026-09-08", ["19:00", "20:15"], "request");
    expect(codes({}, { claims: request })).toEqual(["OVERLAPS_REQUEST"]);
    const block = claimsOn("sports-hall", "2026-09-08", ["00:00", "24:00"], "block");
    expect(codes({}, { claims: block })).toEqual(["BLOCKED"]);
    expect(details({}, { claims: block })).toMatchObject({
      from: { date: "2026-09-08", time: "00:00" },
      to: { date: "2026-09-08", time: "24:00" },
    });
  });

  it("names each kind in the way once, by its earliest claim", () => {
    const claims = [
      ...claimsOn("court-1", "2026-09-08", ["19:00", "19:15"]),
      ...claimsOn("court-2", "2026-09-08", ["17:30", "18:15"]),
      ...claimsOn("court-2", "2026-09-08", ["18:30", "19:15"], "block"),
    ];
    expect(codes({}, { claims })).toEqual(["BLOCKED", "OVERLAPS_BOOKING"]);
    expect(decide({}, { claims }).denials[1]?.details).toMatchObject({
      start: at("2026-09-08", "17:30"),
    });
  });

  it("lets bookings touch", () => {
    const claims = [
      ...claimsOn("half-a", "2026-09-08", ["17:00", "18:00"]),
      ...claimsOn("half-a", "2026-09-08", ["19:45", "21:00"]),
    ];
    expect(codes({}, { claims })).toEqual([]);
  });

  it("needs the space's own turnaround before the next claim, and says so", () => {
    const claims = claimsOn("half-a", "2026-09-08", ["19:30", "21:00"]);
    expect(codes({}, { claims })).toEqual(["OVERLAPS_BOOKING"]);
    expect(details({}, { claims })).toMatchObject({ turnaroundMinutes: 15 });
    expect(codes({ endTime: "19:15" }, { claims })).toEqual([]);
  });

  it("counts a turnaround over midnight against the next morning", () => {
    const openAllDay = growSpaceTree([
      {
        id: "site",
        name: { cy: "Safle", en: "Site" },
        communityHours: [{ hours: [{ start: "00:00", end: "24:00" }] }],
        terms: { turnaroundMinutes: 60 },
        spaces: [
          { id: "room", name: { cy: "Ystafell", en: "Room" }, kind: "classroom", capacity: 9 },
        ],
      },
    ]);
    const claims = [
      {
        leaf: "room",
        kind: "booking",
        owner: "x",
        start: at("2026-09-09", "00:30"),
        end: at("2026-09-09", "03:00"),
      },
    ] as const;
    const late = { space: "room", startTime: "22:00", endTime: "24:00" };
    expect(codes(late, { tree: openAllDay, claims })).toEqual(["OVERLAPS_BOOKING"]);
    expect(codes({ ...late, endTime: "23:30" }, { tree: openAllDay, claims })).toEqual([]);
  });

  it("never lets siblings block each other; a part and the whole always do", () => {
    const onB = claimsOn("half-b", "2026-09-08", ["17:00", "22:00"]);
    expect(codes({}, { claims: onB })).toEqual([]);
    expect(codes({ space: "sports-hall" }, { claims: onB })).toEqual(["OVERLAPS_BOOKING"]);
    expect(codes({ space: "court-3" }, { claims: onB })).toEqual(["OVERLAPS_BOOKING"]);
  });
});

describe("the terms of a space", () => {
  it("denies TOO_SHORT and TOO_LONG, by the time on the clock", () => {
    const hall = { space: "main-hall", startTime: "17:00" };
    expect(codes({ ...hall, endTime: "17:45" })).toEqual(["TOO_SHORT"]);
    expect(codes({ ...hall, endTime: "18:00" })).toEqual([]);
    expect(codes({ ...hall, endTime: "21:00" })).toEqual([]);
    expect(codes({ ...hall, endTime: "21:15" })).toEqual(["TOO_LONG"]);
  });

  it("denies OFF_GRID for the start or the end, with the times to choose instead", () => {
    expect(codes({ startTime: "18:10" })).toEqual(["OFF_GRID"]);
    expect(details({ endTime: "19:40" })).toEqual({
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
    expect(codes(room)).toEqual([]);
    expect(codes(room, { now: now + 1 })).toEqual(["TOO_SOON"]);
    expect(codes(room, { now: at("2026-08-26", "09:00") })).toEqual(["TOO_SOON"]);
    expect(codes(room, { now: at("2026-08-26", "09:00") + 1 })).toEqual(["IN_THE_PAST"]);
  });

  it("denies TOO_FAR_AHEAD after the last day of the horizon, counted by the school's date", () => {
    const room = { space: "community-room", startTime: "18:00", endTime: "19:00" };
    expect(codes({ ...room, first: "2026-12-02" })).toEqual([]);
    expect(codes({ ...room, first: "2026-12-03" })).toEqual(["TOO_FAR_AHEAD"]);
    expect(details({ ...room, first: "2026-12-03" })).toEqual({
      horizonDays: 100,
      lastDate: "2026-12-02",
    });
    // 23:30Z on the 24th is already the 25th at the school.
    expect(codes({ ...room, first: "2026-12-03" }, { now: Date.UTC(2026, 7, 24, 23, 30) })).toEqual(
      [],
    );
  });

  it("denies OVER_CAPACITY for the layout asked for, or else for the space", () => {
    const hall = { space: "main-hall", attendance: 130 };
    expect(codes(hall)).toEqual([]);
    expect(codes({ ...hall, layout: "seated" })).toEqual(["OVER_CAPACITY"]);
    expect(details({ ...hall, layout: "seated" })).toEqual({ capacity: 120, attendance: 130 });
    expect(codes({ ...hall, attendance: 151 })).toEqual(["OVER_CAPACITY"]);
  });
});

describe("the change of the clocks", () => {
  const night = { space: "lobby", first: "2027-03-28" };

  it("denies NONEXISTENT_LOCAL_TIME for a start or an end that clocks jump over", () => {
    expect(codes({ ...night, startTime: "01:30", endTime: "03:00" })).toEqual([
      "NONEXISTENT_LOCAL_TIME",
    ]);
    expect(codes({ ...night, startTime: "00:00", endTime: "01:30" })).toEqual([
      "NONEXISTENT_LOCAL_TIME",
    ]);
    expect(details({ ...night, startTime: "01:30", endTime: "01:45" })).toEqual({
      date: "2027-03-28",
      time: "01:30",
    });
  });

  it("takes a booking over the jump, or up to it, with the real instants", () => {
    expect(decide({ ...night, startTime: "00:00", endTime: "03:00" })).toMatchObject({
      verdict: "bookable",
      start: Date.UTC(2027, 2, 28, 0),
      end: Date.UTC(2027, 2, 28, 2),
    });
    expect(decide({ ...night, startTime: "00:00", endTime: "01:00" })).toMatchObject({
      verdict: "bookable",
      end: Date.UTC(2027, 2, 28, 1),
    });
  });

  it("takes the first of two hours when clocks go back, and the length on the clock", () => {
    const back = { space: "lobby", first: "2026-10-25" };
    expect(decide({ ...back, startTime: "01:30", endTime: "02:30" })).toMatchObject({
      verdict: "bookable",
      start: Date.UTC(2026, 9, 25, 0, 30),
      end: Date.UTC(2026, 9, 25, 2, 30),
    });
  });

  it("never places a date inverted, even if the jump lies between its start and its end", () => {
    const { start, end } = decide({ ...night, startTime: "01:45", endTime: "02:00" });
    expect(end).toBeGreaterThanOrEqual(start);
  });
});

describe("a series that runs into itself", () => {
  it("denies the later of two dates whose turnaround reaches over midnight", () => {
    const allDay = growSpaceTree([
      {
        id: "site",
        name: { cy: "Safle", en: "Site" },
        communityHours: [{ hours: [{ start: "00:00", end: "24:00" }] }],
        terms: { turnaroundMinutes: 45 },
        spaces: [
          { id: "camp", name: { cy: "Gwersyll", en: "Camp" }, kind: "outdoorArea", capacity: 9 },
        ],
      },
    ]);
    const recurrence = { rule: "FREQ=DAILY", count: 4 };
    const request = { ...evening, space: "camp", startTime: "00:00", endTime: "24:00", recurrence };
    const { occurrences } = decideSeries(
      { ...request, onClash: { policy: "skip" } },
      factsWith({ tree: allDay }),
    );
    expect(occurrences.map(({ denials }) => denials.map(({ code }) => code))).toEqual([
      [],
      ["OVERLAPS_ITSELF"],
      [],
      ["OVERLAPS_ITSELF"],
    ]);
    expect(occurrences[1]?.denials[0]?.details).toEqual({
      date: "2026-09-09",
      otherDate: "2026-09-08",
    });
  });
});

describe("rules of plugins", () => {
  const noTuesdays: BookingRule = ({ day, startTime }) =>
    day.date.endsWith("-08")
      ? [{ code: "curfew/NOT_THAT_DAY", message: { cy: "Na", en: "No" }, details: { startTime } }]
      : [];

  it("adds what they say to the other denials", () => {
    const claims = claimsOn("half-a", "2026-09-08", ["17:00", "22:00"]);
    expect(codes({}, { rules: [noTuesdays, () => []] })).toEqual(["curfew/NOT_THAT_DAY"]);
    expect(codes({}, { rules: [noTuesdays], claims })).toEqual([
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
    expect(codes(request, { claims, now: later })).toEqual([
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
