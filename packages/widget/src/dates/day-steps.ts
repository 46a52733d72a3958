/**
 * A date of the school's calendar, as `2026-09-08`. Dates are counted in UTC, where every day has 24 hours: the zone of
 * the visitor's machine never has a part in them.
 */
export type LocalDate = string;

const DAY_MS = 86_400_000;

/** The date so many days later, or earlier. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOf(Date.parse(date) + days * DAY_MS);
}

/** The same day of another month, or the last day of that month where it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const last = Date.UTC(year, month + months, 0);
  const first = firstOfMonth(dateOf(last));
  return addDays(first, Math.min(day, new Date(last).getUTCDate()) - 1);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(date: LocalDate): number {
  return (new Date(date).getUTCDay() + 6) % 7;
}

export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, -weekdayOf(date));
}

export function firstOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 8)}01`;
}

/** So many days in a row. */
export function daysFrom(first: LocalDate, count: number): LocalDate[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

/** Whether text is a date of the form `2026-09-08` that exists. */
export function isLocalDate(text: string | null | undefined): text is LocalDate {
  if (!/^\d{4}-\d\d-\d\d$/.test(text ?? "")) return false;
  const time = Date.parse(text ?? "");
  return !Number.isNaN(time) && dateOf(time) === text;
}

function dateOf(time: number): LocalDate {
  return new Date(time).toISOString().slice(0, 10);
}
