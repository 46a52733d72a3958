import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amendSeries } from "../src/booking/amend-series.ts";
import { claimsOf } from "../src/booking/claims-of.ts";
import { decideSeries } from "../src/booking/decide-series.ts";
import type { SeriesDecision } from "../src/booking/series-decision.ts";
import type { SeriesRequest } from "../src/booking/series-request.ts";
import { bookableSpaces, claimsArbitrary, requestArbitrary } from "./booking-arbitraries.ts";
import { committed, overlapsWithin } from "./claim-laws.ts";
import { factsWith, tree } from "./hall-school.ts";

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
