import { addDays, dayNumber, weekdayOf, type LocalDate } from "../time/local-date.ts";
import type { DateSpan, SchoolYear, Term } from "./school-calendar.ts";
import type { SchoolPeriod } from "./day-kind.ts";

/**
 * The period that a school year's terms give a date, with the term it lies in (also for a half
 * term). A weekend right before or after a half term belongs to it.
 */
export function schoolPeriod(
  year: SchoolYear,
  date: LocalDate,
): { readonly period: SchoolPeriod; readonly term?: Term } {
  const term = year.terms.find((candidate) => isWithin(date, candidate));
  if (!term) return { period: "holiday" };
  const isHalfTerm = term.halfTerm !== undefined && isWithin(date, withWeekends(term.halfTerm));
  return { period: isHalfTerm ? "halfTerm" : "term", term };
}

function isWithin(date: LocalDate, { first, last }: DateSpan): boolean {
  return first <= date && date <= last;
}

function withWeekends({ first, last }: DateSpan): DateSpan {
  return {
    first: weekdayOf(dayNumber(first)) === 1 ? addDays(first, -2) : first,
    last: weekdayOf(dayNumber(last)) === 5 ? addDays(last, 2) : last,
  };
}
