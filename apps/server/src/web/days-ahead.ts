import {
  addDays,
  areTermsKnown,
  type LocalDate,
  type SchoolCalendar,
  schoolDay,
  type SchoolDay,
} from "@neuadd/core";

const DAYS = 92;

/** Days of one kind that follow each other, but for weekends. */
export interface DaySpan {
  readonly first: SchoolDay;
  readonly last: SchoolDay;
}

/**
 * The days of the next three months, today included, that are neither days of term as usual nor weekends: half terms,
 * holidays and single days, each with those that follow it alike.
 */
export function daysAhead(calendar: SchoolCalendar, today: LocalDate): DaySpan[] {
  const spans: DaySpan[] = [];
  let isOpen = false;
  for (let ahead = 0; ahead < DAYS; ahead += 1) {
    const day = schoolDay(calendar, addDays(today, ahead));
    if (day.kind === "weekend") continue;
    const before = spans.at(-1);
    if (day.kind === "term") isOpen = false;
    else if (isOpen && before !== undefined && isAlike(calendar, before.last, day)) {
      spans[spans.length - 1] = { first: before.first, last: day };
    } else {
      spans.push({ first: day, last: day });
      isOpen = true;
    }
  }
  return spans;
}

function isAlike(calendar: SchoolCalendar, one: SchoolDay, other: SchoolDay): boolean {
  return (
    one.kind === other.kind &&
    one.name?.en === other.name?.en &&
    areTermsKnown(calendar, one.date) === areTermsKnown(calendar, other.date)
  );
}
