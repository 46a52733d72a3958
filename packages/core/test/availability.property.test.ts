import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAvailability } from "../src/availability/day-availability.ts";
import { busyIntervals, freeIntervals } from "../src/availability/free-intervals.ts";
import { slots } from "../src/availability/slots.ts";
import { decideSeries } from "../src/booking/decide-series.ts";
import type { SeriesRequest } from "../src/booking/series-request.ts";
import { spaceOf } from "../src/premises/space-tree.ts";
import { mergeIntervals } from "../src/time/interval.ts";
import { addDays } from "../src/time/local-date.ts";
import { localTime, minutesOfDay } from "../src/time/local-time.ts";
import { bookableSpaces, claimsArbitrary, requestArbitrary } from "./booking-arbitraries.ts";
import { at, calendar, factsWith, tree, zone } from "./hall-school.ts";

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
        const { recurrence: _, ...single } = {
          ...request,
          onClash: { policy: "skip" } as const,
          attendance: 1,
        };
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

  it("has no slot that can't be booked, on any day", () => {
    const dates = fc.oneof(
      fc.integer({ min: 0, max: 24 }).map((days) => addDays("2026-10-12", days)),
      fc.constantFrom("2026-10-25", "2027-03-28"),
    );
    const spaces = fc.constantFrom("half-a", "main-hall", "lobby");
    fc.assert(
      fc.property(spaces, dates, claimsArbitrary, fc.nat(), (space, date, claims, which) => {
        const facts = { space, tree, calendar, zone, claims };
        const [day] = dayAvailability(facts, date, addDays(date, 1));
        const bookable = slots(day?.free ?? [], 60, spaceOf(tree, space).terms.startGridMinutes);
        const slot = bookable[which % Math.max(1, bookable.length)];
        if (slot === undefined) return;
        const request = { space, first: date, startTime: slot.start, endTime: slot.end };
        expect(decideSeries(request, factsWith({ claims })).accepted).toBe(true);
      }),
      { numRuns: 200 },
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
