import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClaimKind } from "../src/availability/claim.ts";
import { claimsOf } from "../src/booking/claims-of.ts";
import { decideSeries } from "../src/booking/decide-series.ts";
import type { SeriesDecision } from "../src/booking/series-decision.ts";
import { leavesOf, sharesLeaf, spaceOf } from "../src/premises/space-tree.ts";
import { overlaps } from "../src/time/interval.ts";
import { localTime, minutesOfDay } from "../src/time/local-time.ts";
import { bookableSpaces, claimsArbitrary, requestArbitrary } from "./booking-arbitraries.ts";
import { committed, overlapsWithin } from "./claim-laws.ts";
import { at, factsWith, tree } from "./hall-school.ts";

const skip = { policy: "skip" } as const;

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

  it("moves a date to the nearest time that the same request could book, or to none if there is none", () => {
    const shiftMinutes = 60;
    fc.assert(
      fc.property(requestArbitrary, claimsArbitrary, (request, claims) => {
        const { recurrence: _, ...single } = { ...request, onClash: skip };
        const start = minutesOfDay(request.startTime);
        const length = minutesOfDay(request.endTime) - start;
        const nearest = Array.from({ length: 2 * shiftMinutes + 1 }, (_minute, index) =>
          index % 2 === 0 ? start + index / 2 : start - (index + 1) / 2,
        )
          .filter((minutes) => minutes >= 0 && minutes + length <= 1440)
          .map((minutes) => [localTime(minutes), localTime(minutes + length)] as const)
          .find(([startTime, endTime]) => {
            const instead = { ...single, startTime, endTime };
            return decideSeries(instead, factsWith({ claims })).accepted;
          });
        const moved = decideSeries(
          { ...single, onClash: { policy: "nearbyTime", shiftMinutes } },
          factsWith({ claims }),
        );
        const times = moved.occurrences.map(({ startTime, endTime }) => [startTime, endTime]);
        expect(moved.accepted ? times : []).toEqual(nearest === undefined ? [] : [nearest]);
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
