import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LocalInterval } from "../time/interval.ts";
import { dayNumber, localDate, weekdayOf } from "../time/local-date.ts";
import { localTime, minutesOfDay } from "../time/local-time.ts";
import { bankHolidaysEnglandAndWales } from "./bank-holidays.ts";
import { communityHours, type CommunityHoursRule } from "./community-hours.ts";
import { areTermsKnown } from "./known-until.ts";
import { DAY_KINDS } from "./day-kind.ts";
import { schoolDay } from "./school-day.ts";
import { welshTermDates } from "./wales-term-dates.ts";

const calendar = { layers: [bankHolidaysEnglandAndWales, welshTermDates] };
const evening = { start: "17:00", end: "22:00" };
const allDay = { start: "09:00", end: "18:00" };

describe("communityHours", () => {
  it("are those of the rules that match the kind of day", () => {
    const rules: CommunityHoursRule[] = [
      { dayKinds: ["term"], hours: [evening] },
      { dayKinds: ["weekend", "halfTerm"], hours: [allDay] },
    ];
    expect(hours(rules, "2026-09-08")).toEqual([evening]);
    expect(hours(rules, "2026-09-12")).toEqual([allDay]);
    expect(hours(rules, "2026-10-27")).toEqual([allDay]);
    expect(hours(rules, "2026-12-22")).toEqual([]);
  });

  it("tell a weekend in term from one in the holidays", () => {
    const rules: CommunityHoursRule[] = [
      { dayKinds: ["weekend"], periods: ["term"], hours: [allDay] },
    ];
    expect(hours(rules, "2026-09-12")).toEqual([allDay]);
    expect(hours(rules, "2026-12-26")).toEqual([]);
  });

  it("follow the weekday where a rule names some", () => {
    const rules: CommunityHoursRule[] = [{ weekdays: [2, 4], hours: [evening] }];
    expect(["2026-09-07", "2026-09-08", "2026-09-10"].map((date) => hours(rules, date))).toEqual([
      [],
      [evening],
      [evening],
    ]);
  });

  it("join the hours of all rules that match: sorted, overlapping and touching ones in one", () => {
    const rules: CommunityHoursRule[] = [
      { hours: [{ start: "18:00", end: "20:00" }] },
      {
        hours: [
          { start: "07:00", end: "08:30" },
          { start: "17:00", end: "19:00" },
        ],
      },
      { hours: [{ start: "20:00", end: "24:00" }] },
    ];
    expect(hours(rules, "2026-09-08")).toEqual([
      { start: "07:00", end: "08:30" },
      { start: "17:00", end: "24:00" },
    ]);
  });

  it("are none where there are no rules, or a rule opens nothing", () => {
    expect(hours([], "2026-09-08")).toEqual([]);
    expect(hours([{ hours: [] }], "2026-09-08")).toEqual([]);
  });
});

describe("communityHours where no terms are published", () => {
  const date = "2027-09-07";
  const term: CommunityHoursRule = { dayKinds: ["term"], hours: [evening] };
  const breaks: CommunityHoursRule = {
    dayKinds: ["halfTerm", "holiday"],
    hours: [{ start: "09:00", end: "20:00" }],
  };

  it("are only what is open in term, half term and holiday alike", () => {
    expect(hours([term, breaks], date)).toEqual([{ start: "17:00", end: "20:00" }]);
    expect(hours([breaks], date)).toEqual([]);
    expect(hours([term], date)).toEqual([]);
  });

  it("hold where a rule does not ask about terms", () => {
    expect(hours([{ hours: [evening] }], date)).toEqual([evening]);
    expect(hours([{ weekdays: [2], hours: [evening] }], date)).toEqual([evening]);
  });

  it("hold on weekends and bank holidays, whose kind is known all the same", () => {
    expect(hours([{ dayKinds: ["weekend"], hours: [allDay] }], "2027-09-11")).toEqual([allDay]);
    expect(hours([{ dayKinds: ["bankHoliday"], hours: [allDay] }], "2027-12-27")).toEqual([allDay]);
    expect(
      hours([{ dayKinds: ["weekend"], periods: ["term"], hours: [allDay] }], "2027-09-11"),
    ).toEqual([]);
  });

  it("hold where an entry tells what the day is", () => {
    const school = { id: "school", scope: "school", source: "school" } as const;
    const known = {
      layers: [{ ...school, entries: [{ kind: "term", first: date, last: date }] as const }],
    };
    expect(communityHours({ communityHours: [term] }, known, date)).toEqual([evening]);
  });
});

describe("for any rules and dates", () => {
  const interval = fc
    .tuple(fc.integer({ min: 0, max: 47 }), fc.integer({ min: 1, max: 48 }))
    .filter(([start, end]) => start < end)
    .map(([start, end]) => ({ start: localTime(start * 30), end: localTime(end * 30) }));
  const rule: fc.Arbitrary<CommunityHoursRule> = fc.record(
    {
      dayKinds: fc.subarray([...DAY_KINDS], { minLength: 1 }),
      periods: fc.subarray(["term", "halfTerm", "holiday"] as const, { minLength: 1 }),
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 }),
      hours: fc.array(interval, { maxLength: 3 }),
    },
    { requiredKeys: ["hours"] },
  );
  const dates = fc
    .integer({ min: dayNumber("2026-08-01"), max: dayNumber("2027-12-31") })
    .map(localDate);

  it("a minute is open exactly when a matching rule holds it, whatever the period may turn out to be", () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 4 }), dates, (rules, date) => {
        const day = schoolDay(calendar, date);
        const isKnown = areTermsKnown(calendar, date);
        const periods = isKnown ? [day.period] : (["term", "halfTerm", "holiday"] as const);
        const expected = (minute: number) =>
          periods.every((period) => {
            const kind = !isKnown && day.kind === "holiday" ? period : day.kind;
            return rules.some(
              ({ dayKinds, periods: wanted, weekdays, hours: ruleHours }) =>
                (dayKinds ?? [kind]).includes(kind) &&
                (wanted ?? [period]).includes(period) &&
                (!weekdays || weekdays.includes(weekdayOf(dayNumber(date)))) &&
                ruleHours.some((open) => holds(open, minute)),
            );
          });
        const actual = hours(rules, date);
        for (let minute = 0; minute < 1440; minute += 30) {
          expect(actual.some((open) => holds(open, minute))).toBe(expected(minute));
        }
        for (const [index, { start, end }] of actual.entries()) {
          expect(start < end).toBe(true);
          const next = actual[index + 1];
          if (next) expect(end < next.start).toBe(true);
        }
      }),
    );
  });
});

function hours(rules: readonly CommunityHoursRule[], date: string): LocalInterval[] {
  return communityHours({ communityHours: rules }, calendar, date);
}

function holds({ start, end }: LocalInterval, minute: number): boolean {
  return minutesOfDay(start) <= minute && minute < minutesOfDay(end);
}
