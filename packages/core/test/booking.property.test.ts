import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Claim, ClaimKind } from "../src/availability/claim.ts";
import { busyIntervals, freeIntervals } from "../src/availability/free-intervals.ts";
import { amendSeries } from "../src/booking/amend-series.ts";
import { claimsOf } from "../src/booking/claims-of.ts";
import { decideSeries } from "../src/booking/decide-series.ts";
import type { SeriesDecision } from "../src/booking/series-decision.ts";
import type { SeriesRequest } from "../src/booking/series-request.ts";
import { leavesOf, sharesLeaf, spaceOf } from "../src/premises/space-tree.ts";
import { mergeIntervals, overlaps } from "../src/time/interval.ts";
import { addDays } from "../src/time/local-date.ts";
import { localTime, minutesOfDay } from "../src/time/local-time.ts";
import { bookableSpaces, claimsArbitrary, requestArbitrary } from "./booking-arbitraries.ts";
import { at, calendar, factsWith, tree, zone } from "./hall-school.ts";

const skip = { policy: "skip" } as const;

/** The claims that committing a decision writes. */
function committed({ occurrences }: SeriesDecision, owner = "new-series"): Claim[] {
  return occurrences
    .filter(({ verdict }) => verdict === "bookable")
    .flatMap((decided) => claimsOf(decided, tree, owner, "booking"));
}

function bookableDates({ occurrences }: SeriesDecision): string[] {
  return occurrences.filter(({ verdict }) => verdict === "bookable").map(({ date }) => date);
}

describe("deciding", () => {
  it("does not depend on the order of claims", () => {
    const shuffled = claimsArbitrary.chain((claims) =>
      fc.tuple(
        fc.constant(claims),
        fc.shuffledSubarray(claims, { minLength: claims.length, maxLength: claims.length }),
      ),
    );
    fc.assert(
      fc.property(requestArbitrary, shuffled, (request, [claims, others]) => {
        expect(decideSeries(request, factsWith({ claims: others }))).toEqual(
          decideSeries(request, factsWith({ claims })),
        );
      }),
      { numRuns: 150 },
    );
  });

  it("never finds a date bookable because of one more claim", () => {
    fc.assert(
      fc.property(requestArbitrary, claimsArbitrary, fc.nat(), (request, claims, which) => {
        const asked = { ...request, onClash: skip };
        const index = claims.length === 0 ? 0 : which % claims.length;
        const fewer = claims.filter((_, position) => position !== index);
        const before = bookableDates(decideSeries(asked, factsWith({ claims: fewer })));
        const after = bookableDates(decideSeries(asked, factsWith({ claims })));
        expect(before).toEqual(expect.arrayContaining(after));
      }),
      { numRuns: 200 },
    );
  });

  it("counts its dates, gives a reason for each that is not bookable, and never two of a kind", () => {
    fc.assert(
      fc.property(requestArbitrary, claimsArbitrary, (request, claims) => {
        const { occurrences, summary } = decideSeries(request, factsWith({ claims }));
        const { bookable, denied, excluded } = summary;
        expect(bookable + denied + excluded).toBe(occurrences.length);
        const dates = occurrences.map(({ date }) => date);
        expect(dates).toEqual([...new Set(dates)].sort());
        for (const { verdict, denials } of occurrences) {
          expect(denials.length === 0).toBe(verdict === "bookable");
          const codes = denials.map(({ code }) => code);
          expect(new Set(codes).size).toBe(codes.length);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("committing a decision", () => {
  it("never makes two claims overlap on a leaf, whatever the policy", () => {
    fc.assert(
      fc.property(requestArbitrary, claimsArbitrary, (request, claims) => {
        const all = [...claims, ...committed(decideSeries(request, factsWith({ claims })))];
        for (const leaf of leavesOf(tree, "sports-hall"))
          expect(overlapsWithin(all, leaf)).toBe(false);
        for (const leaf of ["main-hall", "lobby"]) expect(overlapsWithin(all, leaf)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it("denies exactly the dates it took when it is decided again", () => {
    fc.assert(
      fc.property(requestArbitrary, claimsArbitrary, (request, claims) => {
        const asked = { ...request, onClash: skip };
        const first = decideSeries(asked, factsWith({ claims }));
        const taken = [...claims, ...committed(first)];
        const again = decideSeries(asked, factsWith({ claims: taken }));
        expect(bookableDates(again)).toEqual([]);
        for (const [index, decided] of first.occurrences.entries()) {
          const now = again.occurrences[index];
          if (decided.verdict === "bookable") {
            expect(now?.denials.map(({ code }) => code)).toEqual(["OVERLAPS_BOOKING"]);
          } else {
            expect(now?.verdict).toBe(decided.verdict);
          }
        }
        const own = factsWith({ claims: taken, except: "new-series" });
        expect(decideSeries(asked, own).digest).toBe(first.digest);
      }),
      { numRuns: 150 },
    );
  });

  it("offers only alternatives that the same request could book", () => {
    fc.assert(
      fc.property(requestArbitrary, claimsArbitrary, (request, claims) => {
        const { recurrence: _, ...single } = { ...request, onClash: skip };
        const decision = decideSeries(single, factsWith({ claims }));
        for (const { date, alternatives = [] } of decision.occurrences) {
          for (const { space, startTime, endTime } of alternatives) {
            const instead = { ...single, first: date, space, startTime, endTime };
            expect(decideSeries(instead, factsWith({ claims })).accepted).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("spaces of one tree", () => {
  const pairs = bookableSpaces.flatMap((space) =>
    bookableSpaces.map((other) => [space, other] as const),
  );

  it.each(pairs)("block each other exactly when they share a leaf: %s, %s", (space, other) => {
    const date = "2026-11-10";
    const request = { space, first: date, startTime: "18:00", endTime: "19:00", onClash: skip };
    const placement = {
      ...request,
      space: other,
      start: at(date, "18:30"),
      end: at(date, "18:45"),
    };
    const claims = claimsOf(placement, tree, "other", "booking");
    const { summary } = decideSeries(request, factsWith({ claims }));
    expect(summary.denied === 1).toBe(sharesLeaf(tree, space, other));
  });
});

describe("overlaps", () => {
  const codes: Record<string, ClaimKind> = {
    OVERLAPS_BOOKING: "booking",
    OVERLAPS_REQUEST: "request",
    BLOCKED: "block",
  };

  it("are those that comparing every date with every claim finds", () => {
    fc.assert(
      fc.property(requestArbitrary, claimsArbitrary, (request, claims) => {
        const { occurrences } = decideSeries({ ...request, onClash: skip }, factsWith({ claims }));
        const leaves = leavesOf(tree, request.space);
        const { turnaroundMinutes } = spaceOf(tree, request.space).terms;
        for (const { verdict, start, end, denials } of occurrences) {
          if (
            verdict === "excluded" ||
            denials.some(({ code }) => code === "NONEXISTENT_LOCAL_TIME")
          ) {
            continue;
          }
          const wanted = { start, end: end + turnaroundMinutes * 60_000 };
          const naive = claims.filter(
            (claim) => leaves.includes(claim.leaf) && overlaps(claim, wanted),
          );
          const found = denials.flatMap(({ code }) => codes[code] ?? []);
          expect([...found].sort()).toEqual([...new Set(naive.map(({ kind }) => kind))].sort());
          for (const { code, details } of denials) {
            const kind = codes[code];
            if (kind === undefined) continue;
            const earliest = Math.min(
              ...naive.filter((claim) => claim.kind === kind).map((claim) => claim.start),
            );
            expect(details["start"]).toBe(earliest);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("availability", () => {
  const windowArbitrary = fc
    .tuple(fc.integer({ min: 0, max: 24 * 60 }), fc.integer({ min: 1, max: 6 * 24 * 60 }))
    .map(([from, minutes]) => {
      const start = at("2026-10-22", "00:00") + from * 60_000;
      return { start, end: start + minutes * 60_000 };
    });

  it("partitions the window into free and busy", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...bookableSpaces),
        claimsArbitrary,
        windowArbitrary,
        (space, claims, window) => {
          const facts = { space, tree, calendar, zone, claims };
          const free = freeIntervals(facts, window);
          const busy = busyIntervals(facts, window);
          expect(mergeIntervals([...free, ...busy])).toEqual([window]);
          const total = [...free, ...busy].reduce((sum, { start, end }) => sum + end - start, 0);
          expect(total).toBe(window.end - window.start);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("never has more free time for one more claim", () => {
    fc.assert(
      fc.property(fc.constantFrom(...bookableSpaces), claimsArbitrary, (space, claims) => {
        const window = { start: at("2026-10-12", "00:00"), end: at("2026-11-06", "00:00") };
        const facts = { space, tree, calendar, zone, claims };
        const fewer = { ...facts, claims: claims.slice(1) };
        const lost = mergeIntervals([
          ...freeIntervals(fewer, window),
          ...freeIntervals(facts, window),
        ]);
        expect(lost).toEqual(mergeIntervals(freeIntervals(fewer, window)));
      }),
      { numRuns: 100 },
    );
  });

  it("has a booking bookable exactly when it lies within one free interval", () => {
    fc.assert(
      fc.property(requestArbitrary, claimsArbitrary, (request, claims) => {
        const { recurrence: _, ...single } = { ...request, onClash: skip, attendance: 1 };
        const asked = withAllowedTimes(single);
        const decided = decideSeries(asked, factsWith({ claims })).occurrences[0];
        if (decided === undefined) throw new Error("The request has no date.");
        if (decided.denials.some(({ code }) => code === "NONEXISTENT_LOCAL_TIME")) return;
        const window = {
          start: at(asked.first, "00:00"),
          end: at(addDays(asked.first, 1), "00:00"),
        };
        const free = freeIntervals({ space: asked.space, tree, calendar, zone, claims }, window);
        const isWithin = free.some(
          ({ start, end }) => start <= decided.start && decided.end <= end,
        );
        expect(decided.verdict === "bookable").toBe(isWithin);
      }),
      { numRuns: 300 },
    );
  });

  /** The same request with a start and a length that the space's terms allow. */
  function withAllowedTimes(request: SeriesRequest): SeriesRequest {
    const { startGridMinutes, minimumMinutes, maximumMinutes } = spaceOf(tree, request.space).terms;
    const grid = (minutes: number) => Math.floor(minutes / startGridMinutes) * startGridMinutes;
    const length = minutesOfDay(request.endTime) - minutesOfDay(request.startTime);
    const allowed =
      Math.ceil(Math.min(Math.max(length, minimumMinutes), maximumMinutes) / startGridMinutes) *
      startGridMinutes;
    const start = Math.min(grid(minutesOfDay(request.startTime)), 1440 - allowed);
    return { ...request, startTime: localTime(start), endTime: localTime(start + allowed) };
  }
});

describe("amending", () => {
  it("to the same placement leaves everything unchanged", () => {
    fc.assert(
      fc.property(requestArbitrary, claimsArbitrary, (request, claims) => {
        const decision = decideSeries(request, factsWith({ claims }));
        const current = seriesOf(request, decision);
        const facts = factsWith({ claims: [...claims, ...committed(decision, current.id)] });
        const { summary } = amendSeries(current, { scope: "all" }, facts);
        const unchanged = decision.summary.bookable;
        expect(summary).toEqual({ unchanged, removed: 0, new: 0, moved: 0, cannotMove: 0 });
      }),
      { numRuns: 100 },
    );
  });

  it("leaves a series that never overlaps itself or others, whatever can't move", () => {
    const changeArbitrary = fc.record(
      {
        scope: fc.constant("all" as const),
        space: fc.constantFrom(...bookableSpaces),
        recurrence: fc.record({
          rule: fc.constantFrom("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=TU,FR"),
          count: fc.integer({ min: 1, max: 8 }),
        }),
      },
      { requiredKeys: ["scope"] },
    );
    fc.assert(
      fc.property(requestArbitrary, claimsArbitrary, changeArbitrary, (request, claims, change) => {
        const decision = decideSeries(request, factsWith({ claims }));
        if (decision.summary.bookable === 0) return;
        const current = seriesOf(request, decision);
        const facts = factsWith({ claims: [...claims, ...committed(decision, current.id)] });
        const { occurrences } = amendSeries(current, change, facts);
        const places = occurrences.flatMap(({ class: kind, before, after }) => {
          const place = kind === "cannotMove" ? before : after;
          return place === undefined ? [] : [place];
        });
        expect(new Set(places.map(({ date }) => date)).size).toBe(places.length);
        const held = places.flatMap((place) => claimsOf(place, tree, current.id, "booking"));
        for (const { leaf } of held) expect(overlapsWithin([...claims, ...held], leaf)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  function seriesOf({ space, attendance }: SeriesRequest, decision: SeriesDecision) {
    return {
      id: "amended",
      status: "approved" as const,
      space,
      ...(attendance !== undefined && { attendance }),
      occurrences: decision.occurrences
        .filter(({ verdict }) => verdict === "bookable")
        .map((decided) => ({ ...decided, status: "confirmed" as const })),
    };
  }
});

function overlapsWithin(claims: readonly Claim[], leaf: string): boolean {
  const onLeaf = claims
    .filter((claim) => claim.leaf === leaf)
    .sort((one, other) => one.start - other.start);
  return onLeaf.some((claim, index) => {
    const next = onLeaf[index + 1];
    return next !== undefined && overlaps(claim, next);
  });
}
