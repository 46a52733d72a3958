import { describe, expect, it } from "vitest";
import { at, calendar, claimsOn, tree, zone } from "../../test/hall-school.ts";
import { addDays } from "../time/local-date.ts";
import type { Claim } from "./claim.ts";
import { dayAvailability, spacesAvailability } from "./day-availability.ts";

function facts(space: string, claims: readonly Claim[] = []) {
  return { space, tree, calendar, zone, claims };
}

describe("dayAvailability", () => {
  it("says of each date what it is, when the space is open and what is free; the last date is left out", () => {
    const claims = claimsOn("court-2", "2026-10-26", ["09:30", "11:15"]);
    expect(dayAvailability(facts("half-a", claims), "2026-10-23", "2026-10-27")).toEqual([
      {
        date: "2026-10-23",
        kind: "term",
        name: { cy: "Tymor yr Hydref", en: "Autumn term" },
        open: [{ start: "17:00", end: "22:00" }],
        free: [{ start: "17:00", end: "22:00" }],
      },
      {
        date: "2026-10-24",
        kind: "weekend",
        open: [{ start: "09:00", end: "18:00" }],
        free: [{ start: "09:00", end: "18:00" }],
      },
      {
        date: "2026-10-25",
        kind: "weekend",
        open: [{ start: "09:00", end: "18:00" }],
        free: [{ start: "09:00", end: "18:00" }],
      },
      {
        date: "2026-10-26",
        kind: "halfTerm",
        name: { cy: "Hanner tymor", en: "Half term" },
        open: [
          { start: "09:00", end: "12:00" },
          { start: "13:00", end: "22:00" },
        ],
        free: [
          { start: "09:00", end: "09:15" },
          { start: "11:15", end: "12:00" },
          { start: "13:00", end: "22:00" },
        ],
      },
    ]);
  });

  it("tells holidays from days whose terms are not published yet", () => {
    const unpublished = (date: string) =>
      dayAvailability(facts("half-a"), date, addDays(date, 1))[0]?.termsUnpublished;
    expect(unpublished("2026-12-29")).toBeUndefined();
    expect(unpublished("2027-10-08")).toBe(true);
    expect(unpublished("2027-10-09")).toBeUndefined();
  });

  it("is empty from a date to itself", () => {
    expect(dayAvailability(facts("half-a"), "2026-09-08", "2026-09-08")).toEqual([]);
  });

  it("keeps local times over both changes of the clocks", () => {
    const days = [
      ...dayAvailability(facts("half-a"), "2026-10-20", "2026-10-21"),
      ...dayAvailability(facts("half-a"), "2026-11-03", "2026-11-04"),
      ...dayAvailability(facts("half-a"), "2027-04-06", "2027-04-07"),
    ];
    expect(days.map(({ free }) => free)).toEqual(
      Array.from({ length: 3 }, () => [{ start: "17:00", end: "22:00" }]),
    );
  });

  it("splits the free time at the hour that clocks skip", () => {
    const [day] = dayAvailability(facts("lobby"), "2027-03-28", "2027-03-29");
    expect(day?.free).toEqual([
      { start: "00:00", end: "01:00" },
      { start: "02:00", end: "24:00" },
    ]);
  });

  it("takes an hour that comes twice as the first of the two", () => {
    const [whole] = dayAvailability(facts("lobby"), "2026-10-25", "2026-10-26");
    expect(whole?.free).toEqual([{ start: "00:00", end: "24:00" }]);
    // From 01:15 to 01:45 when the hour comes for the second time.
    const second = {
      leaf: "lobby",
      kind: "booking",
      owner: "x",
      start: Date.UTC(2026, 9, 25, 1, 15),
      end: Date.UTC(2026, 9, 25, 1, 45),
    } as const;
    const [split] = dayAvailability(facts("lobby", [second]), "2026-10-25", "2026-10-26");
    expect(split?.free).toEqual([
      { start: "00:00", end: "01:59" },
      { start: "02:00", end: "24:00" },
    ]);
  });

  it("rounds claims that are not of whole minutes to the safe side", () => {
    const claim = {
      leaf: "lobby",
      kind: "booking",
      owner: "x",
      start: at("2026-09-08", "12:00") + 1,
      end: at("2026-09-08", "13:00") + 1,
    } as const;
    const [day] = dayAvailability(facts("lobby", [claim]), "2026-09-08", "2026-09-09");
    expect(day?.free).toEqual([
      { start: "00:00", end: "12:00" },
      { start: "13:01", end: "24:00" },
    ]);
  });

  it("is not troubled by claims of the evening before and the morning after", () => {
    const claims = [
      ...claimsOn("half-a", "2026-09-07", ["21:00", "24:00"]),
      ...claimsOn("half-a", "2026-09-09", ["00:00", "08:00"]),
    ];
    const [day] = dayAvailability(facts("half-a", claims), "2026-09-08", "2026-09-09");
    expect(day?.free).toEqual([{ start: "17:00", end: "22:00" }]);
  });

  it("refuses a range that is inverted or longer than three years", () => {
    for (const to of ["2026-09-07", "2029-09-09"]) {
      expect(() => dayAvailability(facts("half-a"), "2026-09-08", to)).toThrow(
        expect.objectContaining({ code: "INTERVAL_INVALID" }),
      );
    }
  });
});

describe("spacesAvailability", () => {
  it("is the availability of each space, in the order asked", () => {
    const claims = claimsOn("half-b", "2026-09-08", ["18:00", "19:00"]);
    const spaces = ["half-b", "sports-hall", "half-a"];
    const all = spacesAvailability(facts("", claims), spaces, "2026-09-07", "2026-09-10");
    expect([...all.keys()]).toEqual(spaces);
    for (const space of spaces) {
      expect(all.get(space)).toEqual(
        dayAvailability(facts(space, claims), "2026-09-07", "2026-09-10"),
      );
    }
  });

  it("refuses an unknown space", () => {
    expect(() => spacesAvailability(facts(""), ["attic"], "2026-09-07", "2026-09-10")).toThrow(
      expect.objectContaining({ code: "SPACE_UNKNOWN" }),
    );
  });
});
