import { describe, expect, it } from "vitest";
import { claimsOn, factsWith } from "../../test/hall-school.ts";
import { amendSeries } from "./amend-series.ts";
import type { BookingRule, RuleFinding } from "./booking-rule.ts";
import { decideAgain } from "./decide-again.ts";
import { decideSeries } from "./decide-series.ts";
import type { SeriesRequest } from "./series-request.ts";
import type { Series } from "./series.ts";

const request: SeriesRequest = {
  space: "half-a",
  first: "2026-09-08",
  startTime: "18:00",
  endTime: "19:30",
  recurrence: { rule: "FREQ=WEEKLY", count: 3 },
};

const noted = {
  code: "cover/ENDS_SOON",
  message: { cy: "Mae'r yswiriant yn dod i ben yn fuan.", en: "The insurance ends soon." },
  details: { until: "2026-09-20" },
} as const;

const warning: RuleFinding = { ...noted, warning: true };

/** Warns from 15 September on, of half B as of any other space. */
const warn: BookingRule = ({ date }) => (date >= "2026-09-15" ? [warning] : []);
const deny: BookingRule = ({ date }) => (date >= "2026-09-22" ? [noted] : []);

function series(rules: readonly BookingRule[] = []): Series {
  const { occurrences } = decideSeries(request, factsWith({ rules }));
  return {
    id: "bok_1",
    status: "requested",
    space: "half-a",
    occurrences: occurrences.map(({ date, space, startTime, endTime, start, end }) => ({
      date,
      space,
      startTime,
      endTime,
      start,
      end,
      status: "requested",
    })),
  };
}

describe("a rule that warns", () => {
  it("denies nothing, and does not change the digest", () => {
    const plain = decideSeries(request, factsWith());
    const warned = decideSeries(request, factsWith({ rules: [warn] }));
    expect(warned.summary).toEqual(plain.summary);
    expect(warned.digest).toBe(plain.digest);
    expect(warned.occurrences.map(({ warnings }) => warnings)).toEqual([
      undefined,
      [noted],
      [noted],
    ]);
  });

  it("is heard beside one that denies, of the same date", () => {
    const { occurrences } = decideSeries(request, factsWith({ rules: [warn, deny] }));
    expect(occurrences[2]).toMatchObject({
      verdict: "denied",
      denials: [noted],
      warnings: [noted],
    });
    expect(occurrences[1]).toMatchObject({ verdict: "bookable", denials: [] });
  });

  it("is heard of the place that a date is moved to, and not of the one it was moved from", () => {
    const claims = claimsOn("half-a", "2026-09-15", ["18:00", "19:30"]);
    const inHalfA: BookingRule = ({ space }) => (space.id === "half-a" ? [warning] : []);
    const moved = { ...request, onClash: { policy: "otherSpace" as const, spaces: ["half-b"] } };
    const { occurrences } = decideSeries(moved, factsWith({ claims, rules: [inHalfA] }));
    expect(occurrences[1]?.space).toBe("half-b");
    expect(occurrences.map(({ warnings }) => warnings?.length ?? 0)).toEqual([1, 0, 1]);
  });

  it("is heard again when a series is decided again, with the same digest", () => {
    const plain = decideAgain(series(), factsWith());
    const warned = decideAgain(series(), factsWith({ rules: [warn] }));
    expect(warned.digest).toBe(plain.digest);
    expect(warned.accepted).toBe(true);
    expect(warned.occurrences.map(({ warnings = [] }) => warnings.length)).toEqual([0, 1, 1]);
  });

  it("is heard of what an amendment moves, keeps nothing from moving, and says nothing of what stays", () => {
    const change = { scope: "all", startTime: "18:30", endTime: "20:00" } as const;
    const plain = amendSeries(series(), change, factsWith());
    const warned = amendSeries(series(), change, factsWith({ rules: [warn] }));
    expect(warned.digest).toBe(plain.digest);
    expect(warned.summary.moved).toBe(3);
    expect(warned.occurrences.map(({ warnings = [] }) => warnings.length)).toEqual([0, 1, 1]);
    const same = { scope: "all", startTime: "18:00", endTime: "19:30" } as const;
    const stays = amendSeries(series(), same, factsWith({ rules: [warn] }));
    expect(stays.occurrences.map(({ warnings }) => warnings)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
