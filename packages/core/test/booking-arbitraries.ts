import fc from "fast-check";
import type { Claim } from "../src/availability/claim.ts";
import type { OnClash, SeriesRequest } from "../src/booking/series-request.ts";
import { addDays } from "../src/time/local-date.ts";
import { localTime } from "../src/time/local-time.ts";
import { at } from "./hall-school.ts";

/** Random requests and claims on the school of tests, around the autumn term and its change of the clocks. */

const firstDay = "2026-10-12";

export const bookableSpaces = [
  "sports-hall",
  "half-a",
  "half-b",
  "court-1",
  "court-4",
  "main-hall",
  "community-room",
  "lobby",
] as const;

const leaves = ["court-1", "court-2", "court-3", "court-4", "main-hall", "community-room", "lobby"];

const dateArbitrary = fc.integer({ min: 0, max: 24 }).map((days) => addDays(firstDay, days));

/** Starts and lengths in quarters of an hour, mostly in the evening, sometimes anything. */
const timesArbitrary = fc
  .oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(fc.integer({ min: 64, max: 84 }), fc.integer({ min: 2, max: 8 })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 16 })),
    },
  )
  .map(([start, length]) => ({
    startTime: localTime(start * 15),
    endTime: localTime(Math.min(start + length, 96) * 15),
  }));

/** Claims that keep the rule of the ledger: no two on one leaf overlap. */
export const claimsArbitrary: fc.Arbitrary<Claim[]> = fc
  .array(
    fc.record({
      leaf: fc.constantFrom(...leaves),
      kind: fc.constantFrom("booking" as const, "request" as const, "block" as const),
      owner: fc.constantFrom("club", "choir", "exams"),
      date: dateArbitrary,
      times: timesArbitrary,
      extraMinutes: fc.constantFrom(0, 0, 10, 720),
    }),
    { maxLength: 40 },
  )
  .map((wanted) => {
    const kept: Claim[] = [];
    for (const { leaf, kind, owner, date, times, extraMinutes } of wanted) {
      const start = at(date, times.startTime);
      const end = at(date, times.endTime) + extraMinutes * 60_000;
      const isTaken = kept.some(
        (claim) => claim.leaf === leaf && claim.start < end && start < claim.end,
      );
      if (!isTaken && start < end) kept.push({ leaf, kind, owner, start, end });
    }
    return kept;
  });

const onClashArbitrary: fc.Arbitrary<OnClash> = fc.record(
  {
    policy: fc.constantFrom(
      "refuse" as const,
      "skip" as const,
      "append" as const,
      "otherSpace" as const,
      "nearbyTime" as const,
    ),
    minimumOccurrences: fc.integer({ min: 1, max: 4 }),
    shiftMinutes: fc.constantFrom(15, 60, 180),
  },
  { requiredKeys: ["policy"] },
);

export const requestArbitrary: fc.Arbitrary<SeriesRequest> = fc
  .record(
    {
      space: fc.constantFrom(...bookableSpaces),
      attendance: fc.integer({ min: 1, max: 60 }),
      first: dateArbitrary,
      times: timesArbitrary,
      recurrence: fc.record(
        {
          rule: fc.constantFrom("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO,TH"),
          count: fc.integer({ min: 1, max: 8 }),
          termTimeOnly: fc.boolean(),
          excludeInsetDays: fc.boolean(),
        },
        { requiredKeys: ["rule", "count"] },
      ),
      onClash: onClashArbitrary,
    },
    { requiredKeys: ["space", "first", "times"] },
  )
  .map(({ times, ...request }) => ({ ...request, ...times }));
