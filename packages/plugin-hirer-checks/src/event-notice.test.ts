import { toInstant } from "@neuadd/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventNoticeFaults } from "./event-notice-faults.ts";
import { type EventNotice, eventYear, noticeDates } from "./event-notice.ts";

const ZONE = "Europe/London";
let count = 0;

function notice(
  [firstDate, startTime]: readonly [string, string],
  [lastDate, endTime]: readonly [string, string],
  hirer?: string,
): EventNotice {
  count += 1;
  return {
    id: `ten_${count}`,
    premises: "main-site",
    reference: `TEN/${count}`,
    ...(hirer !== undefined && { hirer }),
    start: toInstant(firstDate, startTime, ZONE),
    end: toInstant(lastDate, endTime, ZONE),
  };
}

function evening(date: string, hirer?: string): EventNotice {
  return notice([date, "18:00"], [date, "23:00"], hirer);
}

function codes(wanted: EventNotice, others: readonly EventNotice[]): string[] {
  return eventNoticeFaults(wanted, others, ZONE).map(({ code }) => code);
}

describe("noticeDates", () => {
  it("takes the day after only once the event goes on past midnight", () => {
    expect(noticeDates(notice(["2026-12-05", "18:00"], ["2026-12-05", "24:00"]), ZONE)).toEqual([
      "2026-12-05",
    ]);
    expect(noticeDates(notice(["2026-12-05", "18:00"], ["2026-12-06", "00:30"]), ZONE)).toEqual([
      "2026-12-05",
      "2026-12-06",
    ]);
  });
});

describe("eventYear", () => {
  it("counts a notice over New Year in both years, with its days in each", () => {
    const newYear = notice(["2026-12-31", "20:00"], ["2027-01-01", "01:00"]);
    expect(eventYear([newYear], 2026, ZONE)).toEqual({ year: 2026, notices: 1, days: 1 });
    expect(eventYear([newYear], 2027, ZONE)).toEqual({ year: 2027, notices: 1, days: 1 });
    expect(eventYear([newYear], 2028, ZONE)).toEqual({ year: 2028, notices: 0, days: 0 });
  });

  it("counts a day that two notices share once", () => {
    const lunch = notice(["2026-12-05", "12:00"], ["2026-12-05", "14:00"], "one");
    expect(eventYear([lunch, evening("2026-12-05", "two")], 2026, ZONE)).toEqual({
      year: 2026,
      notices: 2,
      days: 1,
    });
  });

  it("counts as many days as a calendar that is ticked off by hand", () => {
    const start = toInstant("2026-12-01", "00:00", ZONE) / 3_600_000;
    const spans = fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 1440 }),
        hours: fc.integer({ min: 1, max: 72 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(spans, (given) => {
        const notices = given.map(({ from, hours }) => ({
          start: (start + from) * 3_600_000,
          end: (start + from + hours) * 3_600_000,
        }));
        // In winter London's clocks show UTC, so that hours since 1 December divide into days.
        const ticked = new Set(
          given.flatMap(({ from, hours }) =>
            Array.from({ length: hours }, (_, hour) => Math.floor((from + hour) / 24)),
          ),
        );
        const inDecember = [...ticked].filter((day) => day < 31).length;
        expect(eventYear(notices, 2026, ZONE).days).toBe(inDecember);
        expect(eventYear(notices, 2027, ZONE).days).toBe(ticked.size - inDecember);
      }),
      { numRuns: 100 },
    );
  });
});

describe("eventNoticeFaults", () => {
  const fifteen = Array.from({ length: 15 }, (_, week) =>
    evening(`2026-${`${(week % 12) + 1}`.padStart(2, "0")}-${week < 12 ? "05" : "20"}`, `h${week}`),
  );

  it("allows fifteen notices a year, over all hirers, and no sixteenth", () => {
    expect(codes(evening("2026-12-31", "new"), fifteen.slice(1))).toEqual([]);
    expect(codes(evening("2026-12-31", "new"), fifteen)).toEqual(["TOO_MANY_NOTICES"]);
    expect(codes(evening("2027-01-02", "new"), fifteen)).toEqual([]);
  });

  it("allows 21 days a year, and no more", () => {
    const weeks = [
      notice(["2026-03-01", "12:00"], ["2026-03-07", "12:00"], "one"),
      notice(["2026-04-01", "12:00"], ["2026-04-07", "12:00"], "two"),
      notice(["2026-05-01", "12:00"], ["2026-05-06", "12:00"], "three"),
    ];
    expect(codes(evening("2026-06-06"), weeks)).toEqual([]);
    expect(codes(evening("2026-06-07"), [...weeks, evening("2026-06-05")])).toEqual([
      "TOO_MANY_DAYS",
    ]);
  });

  it("allows 168 hours, clock change or not", () => {
    expect(codes(notice(["2026-07-01", "12:00"], ["2026-07-08", "12:00"]), [])).toEqual([]);
    expect(codes(notice(["2026-07-01", "12:00"], ["2026-07-08", "12:01"]), [])).toEqual([
      "TOO_LONG",
    ]);
    expect(codes(notice(["2026-10-24", "12:00"], ["2026-10-31", "12:00"]), [])).toEqual([
      "TOO_LONG",
    ]);
  });

  it("keeps 24 hours between events of one hirer, not of two", () => {
    const friday = evening("2026-12-04", "club");
    const sooner = notice(["2026-12-05", "22:59"], ["2026-12-05", "23:30"], "club");
    const later = notice(["2026-12-05", "23:00"], ["2026-12-05", "23:30"], "club");
    expect(codes(sooner, [friday])).toEqual(["TOO_CLOSE"]);
    expect(codes(friday, [sooner])).toEqual(["TOO_CLOSE"]);
    expect(codes(later, [friday])).toEqual([]);
    expect(codes({ ...sooner, hirer: "choir" }, [friday])).toEqual([]);
  });
});
