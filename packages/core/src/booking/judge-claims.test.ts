import { describe, expect, it } from "vitest";
import { codesOf, decideOne, evening, firstDetails } from "../../test/decide-one.ts";
import { at, claimsOn, factsWith } from "../../test/hall-school.ts";
import { growSpaceTree } from "../premises/space-tree.ts";
import { decideSeries } from "./decide-series.ts";

describe("claims", () => {
  it("denies OVERLAPS_BOOKING with the time and the leaf, and never says whose it is", () => {
    const claims = claimsOn("court-2", "2026-09-08", ["19:00", "20:15"]);
    expect(codesOf({}, { claims })).toEqual(["OVERLAPS_BOOKING"]);
    expect(firstDetails({}, { claims })).toEqual({
      start: at("2026-09-08", "19:00"),
      end: at("2026-09-08", "20:15"),
      leaf: "court-2",
      from: { date: "2026-09-08", time: "19:00" },
      to: { date: "2026-09-08", time: "20:15" },
    });
    expect(JSON.stringify(decideOne({}, { claims }))).not.toContain("someone-else");
  });

  it("denies OVERLAPS_REQUEST for a request that holds, and BLOCKED for a block", () => {
    const request = claimsOn("half-a", "2026-09-08", ["19:00", "20:15"], "request");
    expect(codesOf({}, { claims: request })).toEqual(["OVERLAPS_REQUEST"]);
    const block = claimsOn("sports-hall", "2026-09-08", ["00:00", "24:00"], "block");
    expect(codesOf({}, { claims: block })).toEqual(["BLOCKED"]);
    expect(firstDetails({}, { claims: block })).toMatchObject({
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
    expect(codesOf({}, { claims })).toEqual(["BLOCKED", "OVERLAPS_BOOKING"]);
    expect(decideOne({}, { claims }).denials[1]?.details).toMatchObject({
      start: at("2026-09-08", "17:30"),
    });
  });

  it("lets bookings touch", () => {
    const claims = [
      ...claimsOn("half-a", "2026-09-08", ["17:00", "18:00"]),
      ...claimsOn("half-a", "2026-09-08", ["19:45", "21:00"]),
    ];
    expect(codesOf({}, { claims })).toEqual([]);
  });

  it("needs the space's own turnaround before the next claim, and says so", () => {
    const claims = claimsOn("half-a", "2026-09-08", ["19:30", "21:00"]);
    expect(codesOf({}, { claims })).toEqual(["OVERLAPS_BOOKING"]);
    expect(firstDetails({}, { claims })).toMatchObject({ turnaroundMinutes: 15 });
    expect(codesOf({ endTime: "19:15" }, { claims })).toEqual([]);
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
    expect(codesOf(late, { tree: openAllDay, claims })).toEqual(["OVERLAPS_BOOKING"]);
    expect(codesOf({ ...late, endTime: "23:30" }, { tree: openAllDay, claims })).toEqual([]);
  });

  it("never lets siblings block each other; a part and the whole always do", () => {
    const onB = claimsOn("half-b", "2026-09-08", ["17:00", "22:00"]);
    expect(codesOf({}, { claims: onB })).toEqual([]);
    expect(codesOf({ space: "sports-hall" }, { claims: onB })).toEqual(["OVERLAPS_BOOKING"]);
    expect(codesOf({ space: "court-3" }, { claims: onB })).toEqual(["OVERLAPS_BOOKING"]);
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
