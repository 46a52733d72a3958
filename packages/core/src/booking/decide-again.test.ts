import { describe, expect, it } from "vitest";
import { at, claimsOn, factsWith, now } from "../../test/hall-school.ts";
import { decideAgain } from "./decide-again.ts";
import { decideSeries } from "./decide-series.ts";
import type { OccurrenceStatus } from "./occurrence-status.ts";
import type { SeriesFacts } from "./series-facts.ts";
import type { SeriesRequest } from "./series-request.ts";
import type { Series } from "./series.ts";

const request: SeriesRequest = {
  space: "half-a",
  attendance: 16,
  first: "2026-09-08",
  startTime: "18:00",
  endTime: "19:30",
  recurrence: { rule: "FREQ=WEEKLY", count: 3 },
};

function requested(status: OccurrenceStatus = "requested"): Series {
  const { occurrences } = decideSeries(request, factsWith());
  return {
    id: "bok_1",
    status: "requested",
    space: "half-a",
    attendance: 16,
    occurrences: occurrences.map(({ date, space, startTime, endTime, start, end }) => ({
      date,
      space,
      startTime,
      endTime,
      start,
      end,
      status,
    })),
  };
}

function codes(series: Series, facts: SeriesFacts): string[][] {
  return decideAgain(series, facts).occurrences.map(({ denials }) =>
    denials.map(({ code }) => code),
  );
}

describe("decideAgain", () => {
  it("accepts what can still be had, where it is placed", () => {
    const decision = decideAgain(requested(), factsWith());
    expect(decision).toMatchObject({
      accepted: true,
      notes: [],
      summary: { bookable: 3, denied: 0, excluded: 0 },
    });
    expect(decision.occurrences.map(({ date, start }) => [date, start])).toEqual([
      ["2026-09-08", at("2026-09-08", "18:00")],
      ["2026-09-15", at("2026-09-15", "18:00")],
      ["2026-09-22", at("2026-09-22", "18:00")],
    ]);
  });

  it("does not count the claims of the series itself", () => {
    const own = claimsOn("half-a", "2026-09-15", ["18:00", "19:30"], "request", "bok_1");
    expect(decideAgain(requested(), factsWith({ claims: own })).accepted).toBe(true);
    const others = own.map((claim) => ({ ...claim, owner: "bok_2" }));
    expect(codes(requested(), factsWith({ claims: others }))).toEqual([
      [],
      ["OVERLAPS_REQUEST"],
      [],
    ]);
  });

  it("denies the whole for one date that has gone", () => {
    const block = claimsOn("sports-hall", "2026-09-22", ["00:00", "24:00"], "block");
    const decision = decideAgain(requested(), factsWith({ claims: block }));
    expect(decision.accepted).toBe(false);
    expect(decision.notes.map(({ code }) => code)).toEqual(["DATES_DENIED"]);
    expect(decision.occurrences.map(({ verdict }) => verdict)).toEqual([
      "bookable",
      "bookable",
      "denied",
    ]);
  });

  it("does not hold the time that passed since against it: notice, horizon, grid and length bind a new request", () => {
    const facts = factsWith({ now: at("2026-09-08", "17:59") });
    expect(decideAgain(requested(), facts).accepted).toBe(true);
    const room = {
      ...requested(),
      space: "community-room",
      occurrences: requested().occurrences.map((occurrence) => ({
        ...occurrence,
        space: "community-room",
        startTime: "18:05",
        endTime: "18:20",
        start: at(occurrence.date, "18:05"),
        end: at(occurrence.date, "18:20"),
      })),
    };
    expect(codes(room, facts)).toEqual([[], [], []]);
  });

  it("says of a date that has begun that it is in the past", () => {
    const facts = factsWith({ now: at("2026-09-08", "18:01") });
    expect(codes(requested(), facts)).toEqual([["IN_THE_PAST"], [], []]);
  });

  it("says so too of one whose space is gone, and asks where one to come would be", () => {
    const [first, ...others] = requested().occurrences.map((date, index) =>
      index === 0 ? { ...date, space: "old-gym" } : date,
    );
    const series = { ...requested(), occurrences: first ? [first, ...others] : [] };
    const facts = factsWith({ now: at("2026-09-09", "08:00") });
    expect(codes(series, facts)).toEqual([["IN_THE_PAST"], [], []]);
    expect(() => decideAgain(series, factsWith())).toThrow("old-gym");
  });

  it("judges capacity, and what the rules of plugins say of the request", () => {
    const seen: unknown[] = [];
    const facts: SeriesFacts = {
      ...factsWith(),
      rules: [
        (placed, given) => {
          seen.push(given);
          return placed.date === "2026-09-15"
            ? [
                {
                  code: "cover/ENDED",
                  message: { cy: "Wedi dod i ben.", en: "Ended." },
                  details: {},
                },
              ]
            : [];
        },
      ],
    };
    const asked: SeriesRequest & { hirer: string } = { ...request, hirer: "hir_1" };
    const larger = { ...requested(), attendance: 101 };
    expect(
      decideAgain(larger, facts, asked).occurrences.map(({ denials }) =>
        denials.map(({ code }) => code),
      ),
    ).toEqual([["OVER_CAPACITY"], ["OVER_CAPACITY", "cover/ENDED"], ["OVER_CAPACITY"]]);
    expect(seen[0]).toMatchObject({ hirer: "hir_1", attendance: 101 });
  });

  it("looks at live dates alone, and accepts no series that has none", () => {
    const series = {
      ...requested(),
      occurrences: requested("denied").occurrences.map((occurrence, index) =>
        index === 0 ? { ...occurrence, status: "confirmed" as const } : occurrence,
      ),
    };
    expect(decideAgain(series, factsWith()).occurrences.map(({ date }) => date)).toEqual([
      "2026-09-08",
    ]);
    const none = decideAgain(requested("cancelled"), factsWith());
    expect(none.accepted).toBe(false);
    expect(none.notes.map(({ code }) => code)).toEqual(["NO_DATES"]);
  });

  it("has a digest that tells decisions apart, and not the order of claims", () => {
    const claims = [
      ...claimsOn("half-a", "2026-09-15", ["18:00", "19:30"]),
      ...claimsOn("half-a", "2026-09-22", ["18:00", "19:30"]),
    ];
    const { digest } = decideAgain(requested(), factsWith({ claims }));
    expect(decideAgain(requested(), factsWith({ claims: claims.toReversed() })).digest).toBe(
      digest,
    );
    expect(decideAgain(requested(), factsWith({ claims, now: now + 1 })).digest).toBe(digest);
    expect(decideAgain(requested(), factsWith()).digest).not.toBe(digest);
  });
});
