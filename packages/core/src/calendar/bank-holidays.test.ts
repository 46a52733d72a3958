import Holidays from "date-holidays";
import { describe, expect, it } from "vitest";
import { BANK_HOLIDAY_NAMES } from "./bank-holiday-names.ts";
import { bankHolidaysEnglandAndWales } from "./bank-holidays.ts";

const entries = bankHolidaysEnglandAndWales.entries ?? [];

describe("bankHolidaysEnglandAndWales", () => {
  it.each([2025, 2026, 2027, 2028])(
    "lists the observed days of %d, as date-holidays works them out",
    (year) => {
      const oracle = new Holidays("GB", "WLS", { languages: ["en"], types: ["public"] });
      // It lists a holiday that falls on a weekend beside its substitute; GOV.UK lists the substitute alone.
      const observed = oracle
        .getHolidays(year)
        .map(({ date }) => date.slice(0, 10))
        .filter((date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()));
      const ours = entries.map(({ first }) => first).filter((date) => date.startsWith(`${year}-`));
      expect(ours).toEqual(observed.toSorted());
      expect(ours).toHaveLength(8);
    },
  );

  it("has 28 December 2026 in the place of Boxing Day, which is a Saturday", () => {
    const december = entries.filter(({ first }) => first.startsWith("2026-12"));
    expect(december.map(({ first }) => first)).toEqual(["2026-12-25", "2026-12-28"]);
    expect(december[1]?.name).toEqual({
      cy: "Gŵyl San Steffan (diwrnod yn lle)",
      en: "Boxing Day (substitute day)",
    });
  });

  it("names as substitutes those days that are not the holiday's own date, and no others", () => {
    const fixed = new Map([
      ["01-01", BANK_HOLIDAY_NAMES.newYear.en],
      ["12-25", BANK_HOLIDAY_NAMES.christmas.en],
      ["12-26", BANK_HOLIDAY_NAMES.boxingDay.en],
    ]);
    for (const { first, name } of entries) {
      const isWinter = [...fixed.values()].some((title) => name?.en.startsWith(title));
      const isOwnDate = fixed.get(first.slice(5)) === name?.en;
      expect(/substitute day/.test(name?.en ?? "")).toBe(isWinter && !isOwnDate);
      expect(/diwrnod yn lle/.test(name?.cy ?? "")).toBe(isWinter && !isOwnDate);
    }
  });
});
