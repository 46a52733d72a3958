import { describe, expect, it } from "vitest";
import { at, claimsOn, factsWith } from "../../test/hall-school.ts";
import { decideSeries } from "./decide-series.ts";
import type { DecidedDate } from "./series-decision.ts";
import type { OnClash, SeriesRequest } from "./series-request.ts";

const autumn: SeriesRequest = {
  space: "half-a",
  attendance: 16,
  first: "2026-09-08",
  startTime: "18:00",
  endTime: "19:30",
  recurrence: { rule: "FREQ=WEEKLY", count: 4, termTimeOnly: true, excludeBankHolidays: true },
};

/** A badminton club on one court, on the second of the four Tuesdays. */
const secondTaken = claimsOn("court-1", "2026-09-15", ["17:00", "20:15"]);

function decide(onClash: OnClash, claims = secondTaken, change: Partial<SeriesRequest> = {}) {
  return decideSeries({ ...autumn, ...change, onClash }, factsWith({ claims }));
}

function on(date: string, { occurrences }: { occurrences: readonly DecidedDate[] }): DecidedDate {
  const found = occurrences.find((decided) => decided.date === date);
  if (found === undefined) throw new Error(`No decision on ${date}.`);
  return found;
}

describe("append", () => {
  it("adds one date of the rule after the last for each denied one", () => {
    const decision = decide({ policy: "append" });
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
    const decision = decide({ policy: "append" }, claims, { recurrence });
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
    const one = decide({ policy: "append" }, claims, request);
    expect(one.occurrences.at(-1)).toMatchObject({ date: "2026-12-01", appended: true });

    const two = decide(
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
    const decision = decide({ policy: "append" }, [], { space: "lobby", recurrence });
    expect(decision.summary).toEqual({ bookable: 386, denied: 14, excluded: 0 });
    expect(decision.notes.map(({ code }) => code)).toEqual(["COUNT_NOT_REACHED", "TOO_MANY_DATES"]);
  });
});

describe("otherSpace", () => {
  it("moves the date to a space of the same kind, and keeps what was asked for", () => {
    const decision = decide({ policy: "otherSpace" });
    expect(decision.accepted).toBe(true);
    const moved = on("2026-09-15", decision);
    expect(moved).toMatchObject({
      verdict: "bookable",
      space: "half-b",
      startTime: "18:00",
      denials: [],
      insteadOf: { space: "half-a", startTime: "18:00", start: at("2026-09-15", "18:00") },
    });
    expect(moved.insteadOf?.denials.map(({ code }) => code)).toEqual(["OVERLAPS_BOOKING"]);
    expect(on("2026-09-08", decision).insteadOf).toBeUndefined();
  });

  it("takes the smallest that fits when none of the same kind is free", () => {
    const claims = claimsOn("sports-hall", "2026-09-15", ["17:00", "22:00"]);
    expect(on("2026-09-15", decide({ policy: "otherSpace" }, claims)).space).toBe("community-room");
    const many = decide({ policy: "otherSpace" }, claims, { attendance: 35 });
    expect(on("2026-09-15", many).space).toBe("lobby");
  });

  it("wants room for as many as the space holds, when the request doesn't say how many come", () => {
    const { attendance: _, ...unsaid } = autumn;
    const claims = claimsOn("sports-hall", "2026-09-15", ["17:00", "22:00"]);
    const request = { ...unsaid, onClash: { policy: "otherSpace" } } as const;
    const decision = decideSeries(request, factsWith({ claims }));
    expect(on("2026-09-15", decision).space).toBe("main-hall");
  });

  it("wants the facilities and the layout that the request asks for", () => {
    const claims = claimsOn("sports-hall", "2026-09-15", ["17:00", "22:00"]);
    const projector = decide({ policy: "otherSpace" }, claims, {
      facilities: ["projector", "stage"],
    });
    expect(on("2026-09-15", projector).space).toBe("main-hall");
    const hoops = decide({ policy: "otherSpace" }, claims, { facilities: ["basketballHoops"] });
    expect(on("2026-09-15", hoops).verdict).toBe("denied");
    const seated = decide(
      { policy: "otherSpace" },
      claimsOn("main-hall", "2026-09-15", ["17:00", "22:00"]),
      { space: "main-hall", layout: "seated" },
    );
    expect(on("2026-09-15", seated).verdict).toBe("denied");
  });

  it("tries only the spaces that the request names, in its order", () => {
    const spaces = ["lobby", "half-b"];
    expect(on("2026-09-15", decide({ policy: "otherSpace", spaces })).space).toBe("lobby");
    const claims = [...secondTaken, ...claimsOn("lobby", "2026-09-15", ["19:00", "20:00"])];
    expect(on("2026-09-15", decide({ policy: "otherSpace", spaces }, claims)).space).toBe("half-b");
    const own = decide({ policy: "otherSpace", spaces: ["half-a", "court-1"] });
    expect(on("2026-09-15", own).verdict).toBe("denied");
  });

  it("never moves to a space that shares the leaf in the way, or that can't be booked itself", () => {
    const claims = [
      ...secondTaken,
      ...["half-b", "main-hall", "community-room", "lobby"].flatMap((space) =>
        claimsOn(space, "2026-09-15", ["17:00", "22:00"]),
      ),
    ];
    const decision = decide({ policy: "otherSpace" }, claims, { attendance: 4 });
    // Court 2 is the only leaf left; the plant room is free but not bookable.
    expect(on("2026-09-15", decision).space).toBe("court-2");
  });

  it("does not move what no space could cure", () => {
    const past = decideSeries(
      { ...autumn, onClash: { policy: "otherSpace" } },
      factsWith({ claims: secondTaken, now: at("2026-09-16", "00:00") }),
    );
    expect(on("2026-09-15", past)).toMatchObject({ verdict: "denied" });
    expect(on("2026-09-15", past).alternatives).toBeUndefined();
  });
});

describe("nearbyTime", () => {
  const until1815 = claimsOn("half-a", "2026-09-15", ["17:30", "18:15"]);

  it("shifts the date to the nearest time on the grid, of the same length", () => {
    const moved = on("2026-09-15", decide({ policy: "nearbyTime" }, until1815));
    expect(moved).toMatchObject({
      verdict: "bookable",
      space: "half-a",
      startTime: "18:15",
      endTime: "19:45",
      start: at("2026-09-15", "18:15"),
      insteadOf: { startTime: "18:00", endTime: "19:30" },
    });
  });

  it("prefers earlier to later when both are as near", () => {
    const claims = claimsOn("half-a", "2026-09-15", ["19:15", "19:30"]);
    // Free until 19:15 less the turnaround: 17:30 to 19:00; from 19:30 on it is 90 minutes away.
    const earlier = decide({ policy: "nearbyTime", shiftMinutes: 90 }, claims);
    expect(on("2026-09-15", earlier).startTime).toBe("17:30");
    const tie = claimsOn("half-a", "2026-09-15", ["18:45", "18:50"]);
    const both = decide({ policy: "nearbyTime", shiftMinutes: 90 }, tie, {
      startTime: "18:00",
      endTime: "19:15",
    });
    expect(on("2026-09-15", both).startTime).toBe("17:15");
    const even = decide(
      { policy: "nearbyTime", shiftMinutes: 120 },
      claimsOn("half-a", "2026-09-15", ["18:30", "19:00"]),
      { startTime: "18:00", endTime: "19:00" },
    );
    expect(on("2026-09-15", even).startTime).toBe("17:15");
  });

  it("does not shift further than the request allows", () => {
    const claims = claimsOn("half-a", "2026-09-15", ["17:00", "20:15"]);
    expect(
      on("2026-09-15", decide({ policy: "nearbyTime", shiftMinutes: 120 }, claims)).verdict,
    ).toBe("denied");
    expect(
      on("2026-09-15", decide({ policy: "nearbyTime", shiftMinutes: 135 }, claims)),
    ).toMatchObject({ verdict: "bookable", startTime: "20:15", endTime: "21:45" });
  });

  it("brings a time off the grid, or outside the hours, to the nearest that is right", () => {
    const early = decide({ policy: "nearbyTime" }, [], { startTime: "16:40", endTime: "18:10" });
    expect(on("2026-09-08", early)).toMatchObject({ startTime: "17:00", endTime: "18:30" });
  });

  it("does not move what no time could cure", () => {
    const closed = decide({ policy: "nearbyTime" }, [], {
      first: "2026-12-25",
      recurrence: { rule: "FREQ=DAILY", count: 1 },
    });
    expect(on("2026-12-25", closed).verdict).toBe("denied");
    expect(on("2026-12-25", closed).alternatives?.map(({ space }) => space)).toEqual(["lobby"]);
  });

  it("judges the new time by the rules of plugins too", () => {
    const decision = decideSeries(
      { ...autumn, onClash: { policy: "nearbyTime" } },
      factsWith({
        claims: until1815,
        rules: [
          ({ startTime }) =>
            startTime === "18:15"
              ? [{ code: "quiet/HOURS", message: { cy: "Na", en: "No" }, details: {} }]
              : [],
        ],
      }),
    );
    expect(on("2026-09-15", decision).startTime).toBe("18:30");
  });
});

describe("alternatives", () => {
  it("offers the two nearest times and another space for a denied date", () => {
    const claims = claimsOn("half-a", "2026-09-15", ["18:45", "19:00"]);
    const { alternatives } = on("2026-09-15", decide({ policy: "skip" }, claims));
    expect(alternatives?.map(({ kind, space, startTime }) => [kind, space, startTime])).toEqual([
      ["nearbyTime", "half-a", "17:00"],
      ["nearbyTime", "half-a", "19:00"],
      ["otherSpace", "half-b", "18:00"],
    ]);
  });

  it("offers more of the one kind when the other has none", () => {
    const allEvening = claimsOn("half-a", "2026-09-15", ["17:00", "22:00"]);
    const spacesOnly = on("2026-09-15", decide({ policy: "skip" }, allEvening)).alternatives;
    expect(spacesOnly?.map(({ space }) => space)).toEqual(["half-b", "community-room", "lobby"]);
    expect(spacesOnly?.every(({ kind }) => kind === "otherSpace")).toBe(true);
  });

  it("offers only what the same request could book", () => {
    const { alternatives = [] } = on("2026-09-15", decide({ policy: "refuse" }));
    expect(alternatives).not.toEqual([]);
    for (const { kind: _, start: __, end: ___, ...placement } of alternatives) {
      const single = { ...placement, attendance: 16, first: "2026-09-15" };
      expect(decideSeries(single, factsWith({ claims: secondTaken })).accepted).toBe(true);
    }
  });

  it("is not there for dates that are bookable or left out", () => {
    const decision = decide({ policy: "skip" }, [], { first: "2026-10-20" });
    expect(decision.summary).toEqual({ bookable: 3, denied: 0, excluded: 1 });
    expect(decision.occurrences.every(({ alternatives }) => alternatives === undefined)).toBe(true);
  });
});
