import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bookableSpaces, claimsArbitrary } from "../../test/booking-arbitraries.ts";
import { at, calendar, claimsOn, factsWith, tree, zone } from "../../test/hall-school.ts";
import { decideSeries } from "../booking/decide-series.ts";
import { spaceOf } from "../premises/space-tree.ts";
import { addDays } from "../time/local-date.ts";
import { localTime, minutesOfDay } from "../time/local-time.ts";
import { askableDays, type AskableDays } from "./askable-days.ts";
import type { Claim } from "./claim.ts";
import { dayAvailability } from "./day-availability.ts";

interface Asked {
  readonly space: string;
  readonly from: string;
  readonly to?: string;
  readonly now: number;
  readonly claims?: readonly Claim[];
}

function ask({ space, from, to = addDays(from, 1), now, claims = [] }: Asked): AskableDays {
  const days = dayAvailability({ space, tree, calendar, zone, claims }, from, to);
  return askableDays(days, spaceOf(tree, space), { now, zone });
}

function askable(asked: Asked): string[] {
  return ask(asked).days.flatMap((day) => day.askable.map(({ start, end }) => `${start}-${end}`));
}

const august = at("2026-08-24", "09:00");

describe("askableDays", () => {
  it("is what is free, days before", () => {
    expect(askable({ space: "half-a", from: "2026-09-08", now: august })).toEqual(["17:00-22:00"]);
  });

  it("leaves out what has begun, in steps of the grid", () => {
    const evening = { space: "half-a", from: "2026-09-08" };
    expect(askable({ ...evening, now: at("2026-09-08", "18:00") })).toEqual(["18:00-22:00"]);
    expect(askable({ ...evening, now: at("2026-09-08", "18:00") + 1 })).toEqual(["18:15-22:00"]);
    expect(askable({ ...evening, now: at("2026-09-08", "21:31") })).toEqual([]);
    expect(askable({ ...evening, now: at("2026-09-09", "00:00") })).toEqual([]);
  });

  it("leaves out what the notice of the space no longer allows", () => {
    const evening = { space: "community-room", from: "2026-09-08" };
    expect(askable({ ...evening, now: at("2026-09-06", "17:45") })).toEqual(["18:00-22:00"]);
    expect(askable({ ...evening, now: at("2026-09-07", "09:00") })).toEqual([]);
  });

  it("leaves out what is too short for the space, and what is off its grid", () => {
    const claims = [
      ...claimsOn("main-hall", "2026-09-11", ["17:35", "18:10"]),
      ...claimsOn("main-hall", "2026-09-11", ["19:20", "21:00"]),
    ];
    expect(askable({ space: "main-hall", from: "2026-09-11", now: august, claims })).toEqual([
      "18:15-19:15",
      "21:00-22:00",
    ]);
  });

  it("has nothing beyond the horizon, and says from when there will be something", () => {
    const room = { space: "community-room", now: at("2026-08-24", "23:59") };
    expect(ask({ ...room, from: "2026-12-02" }).days[0]?.requestsFrom).toBeUndefined();
    expect(ask({ ...room, from: "2026-12-03" })).toEqual({
      days: [expect.objectContaining({ askable: [], requestsFrom: "2026-08-25" })],
      changesAt: at("2026-08-25", "00:00"),
    });
  });

  it("has nothing in a space that can't be booked itself", () => {
    expect(askable({ space: "plant-room", from: "2026-09-08", now: august })).toEqual([]);
  });

  it("never changes any more once all is past", () => {
    const past = ask({ space: "half-a", from: "2026-09-08", now: at("2026-09-08", "21:31") });
    expect(past).not.toHaveProperty("changesAt");
  });

  const asked = fc.record({
    space: fc.constantFrom(...bookableSpaces),
    claims: claimsArbitrary,
    date: fc.integer({ min: 0, max: 24 }).map((days) => addDays("2026-10-12", days)),
    // From nearly two years before the date, so beyond every horizon, until after it.
    minutesBefore: fc.oneof(
      fc.integer({ min: -1440, max: 4 * 1440 }),
      fc.integer({ min: 99 * 1440, max: 102 * 1440 }),
      fc.integer({ min: 399 * 1440, max: 402 * 1440 }),
    ),
  });

  it("tells exactly those starts of a shortest booking that are given to whoever asks for them", () => {
    const tried = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
      minLength: 3,
      maxLength: 6,
    });
    fc.assert(
      fc.property(asked, tried, ({ space, claims, date, minutesBefore }, shares) => {
        const now = at(date, "12:00") - minutesBefore * 60_000;
        const { startGridMinutes: grid, minimumMinutes } = spaceOf(tree, space).terms;
        const length = Math.ceil(minimumMinutes / grid) * grid;
        const [day] = ask({ space, from: date, now, claims }).days;
        const wrong = shares.filter((share) => {
          const start = Math.floor((share * (1440 - length)) / grid) * grid;
          const [startTime, endTime] = [localTime(start), localTime(start + length)];
          const isTold = (day?.askable ?? []).some(
            (span) => minutesOfDay(span.start) <= start && start + length <= minutesOfDay(span.end),
          );
          const request = { space, first: date, startTime, endTime };
          const { accepted } = decideSeries(request, factsWith({ now, claims }));
          // Of an hour that comes twice, free time within the second alone can't be told.
          return isTold ? !accepted : accepted && date !== "2026-10-25";
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("says of each day until when it stays as it is", () => {
    fc.assert(
      fc.property(asked, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const { space, claims, date, minutesBefore } = given;
        const now = at(date, "12:00") - minutesBefore * 60_000;
        const span = { space, claims, from: date, to: addDays(date, 3) };
        const dayAt = (index: number, moment: number) => ask({ ...span, now: moment }).days[index];
        for (const [index, day] of ask({ ...span, now }).days.entries()) {
          const changesAt = day.changesAt ?? now + 1e10;
          expect(dayAt(index, now + Math.floor(share * (changesAt - 1 - now)))).toEqual(day);
          if (day.changesAt !== undefined) expect(dayAt(index, changesAt)).not.toEqual(day);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("stays as it is until the moment that it says, and then changes", () => {
    fc.assert(
      fc.property(asked, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const { space, claims, date, minutesBefore } = given;
        const now = at(date, "12:00") - minutesBefore * 60_000;
        const span = { space, claims, from: date, to: addDays(date, 3) };
        const { days, changesAt } = ask({ ...span, now });
        const later = (moment: number) => ask({ ...span, now: moment }).days;
        if (changesAt === undefined) {
          expect(later(now + Math.floor(share * 1e10))).toEqual(days);
          return;
        }
        expect(changesAt).toBeGreaterThan(now);
        expect(later(now + Math.floor(share * (changesAt - 1 - now)))).toEqual(days);
        expect(later(changesAt - 1)).toEqual(days);
        expect(later(changesAt)).not.toEqual(days);
      }),
      { numRuns: 100 },
    );
  });
});
