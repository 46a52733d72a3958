import { describe, expect, it } from "vitest";
import { addDays, type LocalDate } from "../time/local-date.ts";
import { bankHolidaysEnglandAndWales } from "./bank-holidays.ts";
import { schoolDay } from "./school-day.ts";
import { welshTermDates } from "./wales-term-dates.ts";

const calendar = { layers: [bankHolidaysEnglandAndWales, welshTermDates] };

describe("welshTermDates", () => {
  it.each([
    ["2025/26", [75, 55, 65]],
    ["2026/27", [74, 50, 71]],
  ])("gives %s 195 days of term: weekdays in term less bank holidays", (id, expected) => {
    const year = welshTermDates.years?.find((candidate) => candidate.id === id);
    const days = (year?.terms ?? []).map(
      ({ first, last }) => dates(first, last).filter((date) => isSchoolDay(date)).length,
    );
    expect(days).toEqual(expected);
    expect(days.reduce((sum, count) => sum + count, 0)).toBe(195);
  });

  it("names every term in both languages", () => {
    const names = welshTermDates.years?.flatMap(({ terms }) => terms.map(({ name }) => name)) ?? [];
    expect(names).toHaveLength(6);
    for (const { cy, en } of names) expect(cy).not.toBe(en);
  });
});

function isSchoolDay(date: LocalDate): boolean {
  return schoolDay(calendar, date).kind === "term";
}

function dates(first: LocalDate, last: LocalDate): LocalDate[] {
  const list: LocalDate[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) list.push(date);
  return list;
}
