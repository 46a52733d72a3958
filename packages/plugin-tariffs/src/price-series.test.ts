import { addDays, bankHolidaysEnglandAndWales, schoolDay, welshTermDates } from "@neuadd/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { priceSeries } from "./price-series.ts";
import type { Payer, Session } from "./session.ts";
import type { Tariff } from "./tariff.ts";
import type { TariffVersion } from "./tariff-version.ts";

const calendar = { layers: [bankHolidaysEnglandAndWales, welshTermDates] };
const hall = {
  id: "sports-hall",
  kind: "sportsHall",
  name: { cy: "Neuadd chwaraeon", en: "Sports hall" },
} as const;

const tariff: Tariff = {
  currency: "GBP",
  rates: [
    {
      id: "weekend",
      name: { cy: "Penwythnos", en: "Weekend" },
      pencePerHour: 2600,
      when: { weekdays: [6, 7] },
    },
    {
      id: "late",
      name: { cy: "Hwyr", en: "Late" },
      pencePerHour: 3000,
      when: { hours: { start: "20:00", end: "24:00" } },
    },
    {
      id: "junior",
      name: { cy: "Ieuenctid", en: "Junior" },
      pencePerHour: 1250,
      when: { age: "junior", categories: ["club", "communityGroup"] },
    },
    { id: "usual", name: { cy: "Arferol", en: "Usual" }, pencePerHour: 2000 },
  ],
  minimums: [
    { id: "usual", name: { cy: "Tâl lleiaf", en: "Minimum charge" }, least: { pence: 2500 } },
    {
      id: "weekend",
      name: { cy: "Tâl lleiaf y penwythnos", en: "Weekend minimum" },
      least: { minutes: 120 },
      when: { weekdays: [6, 7] },
    },
  ],
  supplements: [
    {
      id: "caretaker",
      name: { cy: "Gofalwr hwyr", en: "Late caretaker" },
      pence: 900,
      per: "hour",
      when: { hours: { start: "20:00", end: "24:00" } },
    },
    {
      id: "opening",
      name: { cy: "Agor yr ysgol", en: "Opening the school" },
      pence: 1825,
      per: "date",
      when: { dayKinds: ["holiday", "halfTerm", "bankHoliday"] },
    },
  ],
  fees: [
    {
      id: "block",
      name: { cy: "Gweinyddu", en: "Administration" },
      pence: 1500,
      kind: "fee",
      bookings: "series",
    },
    {
      id: "deposit",
      name: { cy: "Blaendal", en: "Deposit" },
      pence: 10_000,
      kind: "deposit",
      bookings: "single",
    },
  ],
  cancellation: [
    { noticeDays: 28, sharePercent: 0, bookings: "series" },
    { noticeDays: 7, sharePercent: 0, bookings: "single" },
  ],
};
const first: TariffVersion = { number: 1, validFrom: "2026-04-01", enteredAt: 0, tariff };
const adult: Payer = { category: "club", age: "adult" };

function session(date: string, startTime = "18:00", endTime = "19:30"): Session {
  return { date, startTime, endTime, space: hall, day: schoolDay(calendar, date) };
}

const amounts = (sessions: readonly Session[], payer = adult, versions = [first]) =>
  Object.fromEntries(
    (priceSeries(versions, sessions, payer)?.lines ?? []).map((line) => [
      line.key,
      line.amountPence,
    ]),
  );

describe("priceSeries", () => {
  it("prices the hours of a date by the first rate that fits, and adds the fee of a single booking", () => {
    expect(amounts([session("2026-09-08")])).toEqual({
      "2026-09-08|hire|usual": 3000,
      "|deposit|deposit": 10_000,
    });
  });

  it("splits a session where the hours of a rate begin", () => {
    expect(amounts([session("2026-09-08", "19:00", "21:00")])).toEqual({
      "2026-09-08|hire|late": 3000,
      "2026-09-08|hire|usual": 2000,
      "2026-09-08|supplement|caretaker": 900,
      "|deposit|deposit": 10_000,
    });
  });

  it("raises a short session to the minimum, and opens the school in holidays", () => {
    expect(amounts([session("2026-08-25", "18:00", "19:00")])).toEqual({
      "2026-08-25|hire|usual": 2000,
      "2026-08-25|minimum|usual": 500,
      "2026-08-25|supplement|opening": 1825,
      "|deposit|deposit": 10_000,
    });
  });

  it("gives juniors their price, but not to a business, nor to a hirer that nobody has named", () => {
    const when = [session("2026-09-08", "18:00", "20:00")];
    const hire = (payer: Payer) =>
      Object.keys(amounts(when, payer)).find((key) => key.includes("|hire|"));
    expect(hire({ category: "club", age: "junior" })).toContain("junior");
    expect(hire({ category: "commercial", age: "junior" })).toContain("usual");
    expect(hire({ age: "junior" })).toContain("usual");
  });

  it("says in both languages what each line is for", () => {
    const [line] = priceSeries([first], [session("2026-09-08")], adult)?.lines ?? [];
    expect(line?.label).toEqual({
      cy: "Dydd Mawrth 8 Medi 2026, 6yh–7:30yh, Neuadd chwaraeon: Arferol, 90 munud ar £20.00 yr awr",
      en: "Tuesday 8 September 2026, 6pm–7:30pm, Sports hall: Usual, 90 minutes at £20.00 an hour",
    });
  });

  it("prices each date by the version valid on it, the one entered last of two from the same day", () => {
    const dearer = (number: number, pencePerHour: number): TariffVersion => ({
      number,
      validFrom: "2027-01-01",
      enteredAt: 0,
      tariff: {
        currency: "GBP",
        rates: [{ id: "new", name: { cy: "Newydd", en: "New" }, pencePerHour }],
      },
    });
    const sessions = [session("2026-12-15"), session("2027-01-05")];
    const priced = priceSeries([first, dearer(2, 3000), dearer(3, 4000)], sessions, adult);
    expect(priced?.lines.map(({ amountPence }) => amountPence)).toEqual([3000, 6000, 1500]);
    expect(priced?.versions).toEqual([1, 3]);
    expect(priced?.cancellation).toEqual([{ noticeDays: 28, sharePercent: 0, bookings: "series" }]);
  });

  it("names the dates it has no price for instead of leaving them out", () => {
    const onlyWeekends: Tariff = { currency: "GBP", rates: tariff.rates.slice(0, 1) };
    const priced = priceSeries(
      [{ ...first, tariff: onlyWeekends }],
      [session("2026-09-08"), session("2026-09-12"), session("2025-09-06")],
      adult,
    );
    expect(priced?.unpriced).toEqual(["2025-09-06", "2026-09-08"]);
    expect(priced?.lines.map(({ key }) => key)).toEqual(["2026-09-12|hire|weekend"]);
  });

  it("has nothing to say of a school without a tariff", () => {
    expect(priceSeries([], [session("2026-09-08")], adult)).toBeUndefined();
    expect(priceSeries([first], [session("2025-09-09")], adult)).toBeUndefined();
  });

  const anySession = fc
    .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 90 }), fc.nat(30))
    .map(([days, start, length]) =>
      session(addDays("2026-04-01", days), clock(start), clock(Math.min(96, start + 1 + length))),
    );
  const someSessions = fc.uniqueArray(anySession, {
    minLength: 1,
    maxLength: 12,
    selector: ({ date }) => date,
  });

  it("gives the same price in whatever order the dates come, and lines that sum to the total", () => {
    fc.assert(
      fc.property(
        someSessions.chain((sessions) =>
          fc.tuple(
            fc.constant(sessions),
            fc.shuffledSubarray(sessions, { minLength: sessions.length }),
          ),
        ),
        ([sessions, shuffled]) => {
          const priced = priceSeries([first], sessions, adult);
          expect(priceSeries([first], shuffled, adult)).toEqual(priced);
          expect(priced?.lines.reduce((sum, line) => sum + line.amountPence, 0)).toBe(
            priced?.totalPence,
          );
          const keys = priced?.lines.map(({ key }) => key) ?? [];
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("charges what a count of minute by minute would", () => {
    fc.assert(
      fc.property(anySession, (one) => {
        const [from, to] = [one.startTime, one.endTime].map(minute);
        const weekend = new Date(`${one.date}T12:00:00Z`).getUTCDay() % 6 === 0;
        let pence60 = 0;
        let late60 = 0;
        for (let now = from ?? 0; now < (to ?? 0); now += 1) {
          if (weekend) pence60 += 2600;
          else if (now >= 1200) late60 += 3000;
          else pence60 += 2000;
        }
        const expected = Math.floor(pence60 / 60 + 0.5) + Math.floor(late60 / 60 + 0.5);
        const hire = Object.entries(amounts([one]))
          .filter(([key]) => key.includes("|hire|"))
          .reduce((sum, [, amount]) => sum + amount, 0);
        expect(hire).toBe(expected);
      }),
      { numRuns: 100 },
    );
  });
});

function clock(quarter: number): string {
  const minutes = quarter * 15;
  return `${`${Math.floor(minutes / 60)}`.padStart(2, "0")}:${`${minutes % 60}`.padStart(2, "0")}`;
}

function minute(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
