import { describe, expect, it } from "vitest";
import { priceDate } from "./price-date.ts";
import type { Payer, Session } from "./session.ts";
import type { MinimumCharge, Tariff } from "./tariff.ts";

const rates: Tariff["rates"] = [
  {
    id: "late",
    name: { cy: "Hwyr", en: "Late" },
    pencePerHour: 3000,
    when: { hours: { start: "20:00", end: "24:00" } },
  },
  { id: "usual", name: { cy: "Arferol", en: "Usual" }, pencePerHour: 2000 },
];
const name = { cy: "Tâl lleiaf", en: "Minimum charge" };
const sum: MinimumCharge = { id: "sum", name, least: { pence: 2500 } };
const sundays: MinimumCharge = {
  id: "sundays",
  name: { cy: "Tâl lleiaf ar y Sul", en: "Minimum on Sundays" },
  least: { minutes: 120 },
  when: { weekdays: [7] },
};
const club: Payer = { category: "club", age: "adult" };

function session(date: string, startTime: string, endTime: string): Session {
  const hall = { cy: "Neuadd", en: "Hall" };
  const space = { id: "hall", kind: "schoolHall", name: hall } as const;
  return { date, startTime, endTime, space, day: { kind: "term" } };
}
const sunday = (startTime: string, endTime: string) => session("2026-09-06", startTime, endTime);
const tuesday = (startTime: string, endTime: string) => session("2026-09-08", startTime, endTime);

function added(minimums: readonly MinimumCharge[], one: Session, payer = club, given = {}) {
  const tariff: Tariff = { currency: "GBP", rates, minimums, ...given };
  const lines = priceDate(tariff, one, payer) ?? [];
  return lines
    .filter(({ kind }) => kind === "minimum")
    .map(({ key, amountPence }) => [key, amountPence]);
}

describe("the minimum charge of a date", () => {
  it("fills its hours up to a sum, and adds nothing to those that come to as much", () => {
    expect(added([sum], tuesday("18:00", "19:00"))).toEqual([["2026-09-08|minimum|sum", 500]]);
    expect(added([sum], tuesday("18:00", "19:15"))).toEqual([]);
  });

  it("fills it up to a length, at the rate at which it ends", () => {
    const key = "2026-09-06|minimum|sundays";
    expect(added([sundays], sunday("10:00", "11:00"))).toEqual([[key, 2000]]);
    expect(added([sundays], sunday("19:30", "20:30"))).toEqual([[key, 3000]]);
    expect(added([sundays], sunday("10:00", "12:00"))).toEqual([]);
  });

  it("rounds what it adds as the tariff rounds hours", () => {
    const rounding = { toPence: 100, direction: "up" } as const;
    expect(added([sundays], sunday("10:00", "11:15"), club, { rounding })).toEqual([
      ["2026-09-06|minimum|sundays", 1500],
    ]);
    expect(added([sundays], sunday("10:00", "11:20"), club, { rounding })).toEqual([
      ["2026-09-06|minimum|sundays", 1400],
    ]);
  });

  it("is for the dates that its conditions hold for, as any price", () => {
    expect(added([sundays], tuesday("10:00", "11:00"))).toEqual([]);
    const evenings = { ...sum, when: { hours: { start: "18:00", end: "24:00" } } } as const;
    expect(added([evenings], tuesday("16:00", "17:00"))).toEqual([]);
    expect(added([evenings], tuesday("17:30", "18:30"))).toHaveLength(1);
    const businesses = { ...sum, when: { categories: ["commercial"] } } as const;
    expect(added([businesses], tuesday("18:00", "19:00"))).toEqual([]);
    const payer = { category: "commercial", age: "adult" } as const;
    expect(added([businesses], tuesday("18:00", "19:00"), payer)).toHaveLength(1);
    const juniors = { ...sum, when: { age: "junior" } } as const;
    expect(added([juniors], tuesday("18:00", "19:00"))).toEqual([]);
  });

  it("is of several the one that adds most, whatever their order", () => {
    for (const minimums of [
      [sum, sundays],
      [sundays, sum],
    ]) {
      expect(added(minimums, sunday("10:00", "11:00"))).toEqual([
        ["2026-09-06|minimum|sundays", 2000],
      ]);
    }
    const large = { ...sum, least: { pence: 9000 } };
    expect(added([sundays, large], sunday("10:00", "11:00"))).toEqual([
      ["2026-09-06|minimum|sum", 7000],
    ]);
  });

  it("says why in both languages", () => {
    const label = (minimum: MinimumCharge) =>
      priceDate(
        { currency: "GBP", rates, minimums: [minimum] },
        sunday("10:00", "11:00"),
        club,
      )?.find(({ kind }) => kind === "minimum")?.label;
    expect(label(sum)).toEqual({
      cy: "Dydd Sul 6 Medi 2026, 10yb–11yb, Neuadd: Tâl lleiaf, hyd at £25.00",
      en: "Sunday 6 September 2026, 10am–11am, Hall: Minimum charge, up to £25.00",
    });
    expect(label(sundays)).toEqual({
      cy: "Dydd Sul 6 Medi 2026, 10yb–11yb, Neuadd: Tâl lleiaf ar y Sul, o leiaf 120 munud: 60 munud arall ar £20.00 yr awr",
      en: "Sunday 6 September 2026, 10am–11am, Hall: Minimum on Sundays, at least 120 minutes: 60 more at £20.00 an hour",
    });
  });
});
