import {
  addDays,
  addMonths,
  daysFrom,
  firstOfMonth,
  mondayOf,
  type LocalDate,
} from "./day-steps.ts";

export type Span = "week" | "month";

/** A week from its Monday, or a month. */
export interface Period {
  readonly first: LocalDate;
  /** Not included. */
  readonly end: LocalDate;
  readonly days: readonly LocalDate[];
}

/** The week or the month that a date lies in. */
export function periodOf(span: Span, date: LocalDate): Period {
  const first = span === "week" ? mondayOf(date) : firstOfMonth(date);
  const end = span === "week" ? addDays(first, 7) : addMonths(first, 1);
  const length = (Date.parse(end) - Date.parse(first)) / 86_400_000;
  return { first, end, days: daysFrom(first, length) };
}

/** The date so many weeks or months on, with the weekday or the day of the month kept. */
export function stepBy(span: Span, date: LocalDate, steps: number): LocalDate {
  return span === "week" ? addDays(date, 7 * steps) : addMonths(date, steps);
}
