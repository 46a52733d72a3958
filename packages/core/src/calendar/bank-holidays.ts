import { frozenCopy } from "../frozen-copy.ts";
import type { LocalDate } from "../time/local-date.ts";
import { BANK_HOLIDAY_NAMES, substituteDayName, type BankHoliday } from "./bank-holiday-names.ts";
import type { CalendarEntry, CalendarLayer } from "./school-calendar.ts";

const OBSERVED: readonly (readonly [LocalDate, BankHoliday, "substitute"?])[] = [
  ["2025-01-01", "newYear"],
  ["2025-04-18", "goodFriday"],
  ["2025-04-21", "easterMonday"],
  ["2025-05-05", "earlyMay"],
  ["2025-05-26", "spring"],
  ["2025-08-25", "summer"],
  ["2025-12-25", "christmas"],
  ["2025-12-26", "boxingDay"],
  ["2026-01-01", "newYear"],
  ["2026-04-03", "goodFriday"],
  ["2026-04-06", "easterMonday"],
  ["2026-05-04", "earlyMay"],
  ["2026-05-25", "spring"],
  ["2026-08-31", "summer"],
  ["2026-12-25", "christmas"],
  ["2026-12-28", "boxingDay", "substitute"],
  ["2027-01-01", "newYear"],
  ["2027-03-26", "goodFriday"],
  ["2027-03-29", "easterMonday"],
  ["2027-05-03", "earlyMay"],
  ["2027-05-31", "spring"],
  ["2027-08-30", "summer"],
  ["2027-12-27", "christmas", "substitute"],
  ["2027-12-28", "boxingDay", "substitute"],
  ["2028-01-03", "newYear", "substitute"],
  ["2028-04-14", "goodFriday"],
  ["2028-04-17", "easterMonday"],
  ["2028-05-01", "earlyMay"],
  ["2028-05-29", "spring"],
  ["2028-08-28", "summer"],
  ["2028-12-25", "christmas"],
  ["2028-12-26", "boxingDay"],
];

/**
 * The bank holidays of England and Wales from 2025 to 2028, as the national layer of a calendar.
 *
 * Days are the *observed* ones, as GOV.UK lists them: Boxing Day 2026 falls on a Saturday, so
 * Monday 28 December 2026 is the bank holiday and 26 December is not. A substitute day says so in
 * its name. Ministers may move a day or add one: load the GOV.UK file with `importBankHolidays` to
 * be up to date without a release.
 */
export const bankHolidaysEnglandAndWales: CalendarLayer = /* @__PURE__ */ bankHolidayLayer();

function bankHolidayLayer(): CalendarLayer {
  const entries = OBSERVED.map(([date, holiday, substitute]): CalendarEntry => {
    const name = BANK_HOLIDAY_NAMES[holiday];
    return {
      kind: "bankHoliday",
      first: date,
      last: date,
      name: substitute ? substituteDayName(name) : name,
    };
  });
  return frozenCopy({
    id: "bank-holidays-england-and-wales",
    scope: "national",
    source: "https://www.gov.uk/bank-holidays",
    version: "2025-2028",
    entries,
  });
}
