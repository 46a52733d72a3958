import { describe, expect, it } from "vitest";
import { at, claimsOn, factsWith, now } from "../../test/hall-school.ts";
import type { BookingRule } from "./booking-rule.ts";
import { decideSeries, decisionWindow } from "./decide-series.ts";
import type { SeriesDecision } from "./series-decision.ts";
import type { SeriesRequest } from "./series-request.ts";

const tuesdays: SeriesRequest = {
  space: "half-a",
  attendance: 16,
  first: "2026-09-08",
  startTime: "18:00",
  endTime: "19:30",
  recurrence: {
    rule: "FREQ=WEEKLY",
    until: "2027-07-15",
    termTimeOnly: true,
    excludeBankHolidays: true,
    exceptDates: ["2026-12-15"],
  },
  onClash: { policy: "skip", minimumOccurrences: 20 },
};

const single: SeriesRequest = {
  space: "half-a",
  first: "2026-09-08",
  startTime: "18:00",
  endTime: "19:30",
};

function codesByDate(decision: SeriesDecision): Record<string, string[]> {
  return Object.fromEntries(
    decision.occurrences
      .filter(({ denials }) => denials.length > 0)
      .map(({ date, denials }) => [date, denials.map(({ code }) => code)]),
  );
}

describe("decideSeries", () => {
  it("books a season on a half of the hall, and keeps the dates that the request leaves out", () => {
    const decision = decideSeries(tuesdays, factsWith());
    expect(decision.accepted).toBe(true);
    expect(decision.notes).toEqual([]);
    expect(codesByDate(decision)).toEqual({
      "2026-10-27": ["HALF_TERM"],
      "2026-12-15": ["EXCEPTION_DATE"],
      "2026-12-22": ["NOT_TERM_TIME"],
      "2026-12-29": ["NOT_TERM_TIME"],
      "2027-02-09": ["HALF_TERM"],
      "2027-03-23": ["NOT_TERM_TIME"],
      "2027-03-30": ["NOT_TERM_TIME"],
      "2027-06-01": ["HALF_TERM"],
    });
    expect(decision.summary).toEqual({ bookable: 37, denied: 0, excluded: 8 });
    expect(decision.occurrences).toHaveLength(45);
  });

  it("keeps 18:00 local across both changes of the clocks", () => {
    const { occurrences } = decideSeries(tuesdays, factsWith());
    expect(occurrences.every(({ startTime }) => startTime === "18:00")).toBe(true);
    const startOf = (date: string) => occurrences.find((decided) => decided.date === date)?.start;
    expect(startOf("2026-10-20")).toBe(Date.UTC(2026, 9, 20, 17));
    expect(startOf("2026-11-03")).toBe(Date.UTC(2026, 10, 3, 18));
    expect(startOf("2027-03-16")).toBe(Date.UTC(2027, 2, 16, 18));
    expect(startOf("2027-04-06")).toBe(Date.UTC(2027, 3, 6, 17));
  });

  it("takes a request without recurrence as one date", () => {
    const decision = decideSeries(single, factsWith());
    expect(decision.occurrences).toEqual([
      {
        date: "2026-09-08",
        space: "half-a",
        startTime: "18:00",
        endTime: "19:30",
        start: at("2026-09-08", "18:00"),
        end: at("2026-09-08", "19:30"),
        verdict: "bookable",
        denials: [],
      },
    ]);
    expect(decision.accepted).toBe(true);
  });

  it("accepts nothing under refuse, the default, when one date is denied", () => {
    const { onClash: _, ...request } = tuesdays;
    const claims = claimsOn("court-1", "2026-11-10", ["18:00", "19:45"]);
    const decision = decideSeries(request, factsWith({ claims }));
    expect(decision.accepted).toBe(false);
    expect(decision.notes.map(({ code }) => code)).toEqual(["DATES_DENIED"]);
    expect(decision.summary).toEqual({ bookable: 36, denied: 1, excluded: 8 });
  });

  it("books the rest under skip, and keeps the denied date with its reason", () => {
    const claims = claimsOn("court-1", "2026-11-10", ["18:00", "19:45"]);
    const decision = decideSeries(tuesdays, factsWith({ claims }));
    expect(decision.accepted).toBe(true);
    expect(codesByDate(decision)["2026-11-10"]).toEqual(["OVERLAPS_BOOKING"]);
  });

  it("is not accepted when fewer dates than the minimum can be had", () => {
    const request = { ...tuesdays, onClash: { policy: "skip", minimumOccurrences: 38 } } as const;
    const decision = decideSeries(request, factsWith());
    const enough = { ...tuesdays, onClash: { policy: "skip", minimumOccurrences: 37 } } as const;
    expect(decideSeries(enough, factsWith()).accepted).toBe(true);
    expect(decision.accepted).toBe(false);
    expect(decision.notes).toEqual([
      expect.objectContaining({
        code: "BELOW_MINIMUM",
        details: { bookable: 37, minimumOccurrences: 38 },
      }),
    ]);
  });

  it("is not accepted when no date can be had, whatever the policy", () => {
    const claims = claimsOn("half-a", "2026-09-08", ["17:00", "22:00"]);
    for (const policy of ["refuse", "skip", "append", "otherSpace", "nearbyTime"] as const) {
      const onClash = { policy, spaces: ["court-2"], shiftMinutes: 15 };
      const decision = decideSeries({ ...single, onClash }, factsWith({ claims }));
      expect(decision.accepted).toBe(false);
      expect(decision.notes.map(({ code }) => code)).toContain("NO_DATES");
    }
  });

  it("says so when the request comes to no dates at all", () => {
    const recurrence = { rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", until: "2027-07-15" };
    const decision = decideSeries({ ...single, recurrence }, factsWith());
    expect(decision.occurrences).toEqual([]);
    expect(decision.notes).toEqual([
      expect.objectContaining({ code: "NO_DATES", details: { dates: 0 } }),
    ]);
  });

  it("says when the first date is not one of the rule", () => {
    const recurrence = { rule: "FREQ=WEEKLY;BYDAY=TH", count: 2 };
    const decision = decideSeries({ ...single, recurrence }, factsWith());
    expect(decision.occurrences.map(({ date }) => date)).toEqual(["2026-09-10", "2026-09-17"]);
    expect(decision.accepted).toBe(true);
    expect(decision.notes).toEqual([
      expect.objectContaining({
        code: "STARTS_LATER",
        details: { first: "2026-09-08", startsOn: "2026-09-10" },
      }),
    ]);
  });

  it("does not count the claims of the series that is being approved", () => {
    const claims = claimsOn("half-a", "2026-09-08", ["18:00", "19:45"], "request", "series-1");
    expect(decideSeries(single, factsWith({ claims })).accepted).toBe(false);
    expect(decideSeries(single, factsWith({ claims, except: "series-1" })).accepted).toBe(true);
  });

  it("gives the same digest whatever the order of claims, the language and the moment", () => {
    const claims = [
      ...claimsOn("half-a", "2026-11-10", ["18:00", "19:45"]),
      ...claimsOn("half-a", "2026-11-17", ["17:30", "18:15"], "request", "other"),
      ...claimsOn("court-2", "2026-11-17", ["18:30", "19:15"], "block", "exams"),
    ];
    const { digest } = decideSeries(tuesdays, factsWith({ claims }));
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    const later = factsWith({ claims: claims.toReversed(), now: now + 3_600_000 });
    expect(decideSeries(tuesdays, later).digest).toBe(digest);
  });

  it("gives the same digest whatever the order in which rules are asked", () => {
    const rules = ["a/ONE", "b/TWO"].map((code): BookingRule => {
      const message = { cy: "Na", en: "No" };
      return () => [{ code: code as `${string}/${string}`, message, details: {} }];
    });
    expect(decideSeries(tuesdays, factsWith({ rules })).digest).toBe(
      decideSeries(tuesdays, factsWith({ rules: rules.toReversed() })).digest,
    );
  });

  it("gives another digest when a date, a verdict, a code or a note changes", () => {
    const taken = claimsOn("half-a", "2026-11-10", ["18:00", "19:45"]);
    const blocked = claimsOn("half-a", "2026-11-10", ["18:00", "19:45"], "block");
    const onClash = { policy: "skip", minimumOccurrences: 37 } as const;
    const digests = [
      decideSeries(tuesdays, factsWith()),
      decideSeries(tuesdays, factsWith({ claims: taken })),
      decideSeries(tuesdays, factsWith({ claims: blocked })),
      decideSeries({ ...tuesdays, onClash }, factsWith({ claims: taken })),
      decideSeries({ ...tuesdays, space: "half-b" }, factsWith()),
      decideSeries({ ...tuesdays, endTime: "19:45" }, factsWith()),
    ].map(({ digest }) => digest);
    expect(new Set(digests).size).toBe(digests.length);
  });
});

describe("decisionWindow", () => {
  it("covers the dates of the request with a day on either side, excluded ones among them", () => {
    expect(decisionWindow(tuesdays, factsWith())).toEqual({
      start: at("2026-09-07", "00:00"),
      end: at("2027-07-15", "00:00"),
    });
    expect(decisionWindow(single, factsWith())).toEqual({
      start: at("2026-09-07", "00:00"),
      end: at("2026-09-10", "00:00"),
    });
  });

  it("reaches as far as a series may when dates are to be appended", () => {
    const request = { ...tuesdays, onClash: { policy: "append" } } as const;
    expect(decisionWindow(request, factsWith()).end).toBe(at("2028-09-10", "00:00"));
  });
});
