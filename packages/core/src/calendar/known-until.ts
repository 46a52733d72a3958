import { dayNumber, type LocalDate } from "../time/local-date.ts";
import { calendarIndex } from "./calendar-index.ts";
import type { SchoolCalendar } from "./school-calendar.ts";

/**
 * The last date for which terms are published: 31 July of the last school year in the calendar, or
 * the end of its last term if that is later; `undefined` for a calendar without terms.
 *
 * Dates are announced about two years ahead, so a season may well reach beyond them. Beyond this
 * date a series "in term time" has no dates and community hours are only those that hold all year
 * round: tell its hirer that the school's dates are not published yet, rather than that the school
 * is on holiday, and to roll the series over once they are.
 *
 * @example
 * ```ts
 * import { knownUntil, welshTermDates } from "@neuadd/core";
 * knownUntil({ layers: [welshTermDates] }); //=> "2027-07-31"
 * knownUntil({ layers: [] }); //=> undefined
 * ```
 */
export function knownUntil(calendar: SchoolCalendar): LocalDate | undefined {
  return calendarIndex(calendar).years.at(-1)?.last;
}

/**
 * Whether a date lies in a school year whose terms are published. False before the first such year,
 * after the last, and in a year that is missing between two.
 *
 * @throws CoreError LOCAL_DATE_INVALID
 */
export function areTermsKnown(calendar: SchoolCalendar, date: LocalDate): boolean {
  dayNumber(date);
  return calendarIndex(calendar).years.some(({ first, last }) => first <= date && date <= last);
}
