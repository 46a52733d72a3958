import { bankHolidaysEnglandAndWales, type SchoolDay, welshTermDates } from "@neuadd/core";
import { expect, it } from "vitest";
import { daysAhead } from "./days-ahead.ts";

const calendar = { layers: [bankHolidaysEnglandAndWales, welshTermDates] };

it("has every day that is not of term as usual, those alike together over weekends", () => {
  const told = ({ date, kind }: SchoolDay) => `${date} ${kind}`;
  expect(
    daysAhead(calendar, "2026-10-19").map(({ first, last }) => [told(first), told(last)]),
  ).toEqual([
    ["2026-10-26 halfTerm", "2026-10-30 halfTerm"],
    ["2026-12-21 holiday", "2026-12-24 holiday"],
    ["2026-12-25 bankHoliday", "2026-12-25 bankHoliday"],
    ["2026-12-28 bankHoliday", "2026-12-28 bankHoliday"],
    ["2026-12-29 holiday", "2026-12-31 holiday"],
    ["2027-01-01 bankHoliday", "2027-01-01 bankHoliday"],
  ]);
  expect(
    daysAhead(calendar, "2027-07-30").map(({ first, last }) => [told(first), told(last)])[1],
  ).toEqual(["2027-08-02 holiday", "2027-08-27 holiday"]);
});
