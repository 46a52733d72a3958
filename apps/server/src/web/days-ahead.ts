import {
  addDays,
  type LocalDate,
  type SchoolCalendar,
  schoolDay,
  type SchoolDay,
} from "@neuadd/core";

const DAYS = 92;

const REMARKABLE = new Set<SchoolDay["kind"]>(["inset", "bankHoliday", "closure", "pollingDay"]);

/** The days of the next three months, today included, on which a school's hours are likely not the usual ones. */
export function daysAhead(calendar: SchoolCalendar, today: LocalDate): SchoolDay[] {
  return Array.from({ length: DAYS }, (_, days) =>
    schoolDay(calendar, addDays(today, days)),
  ).filter(({ kind }) => REMARKABLE.has(kind));
}
