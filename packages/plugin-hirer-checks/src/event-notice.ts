import { addDays, type Instant, localDateOf, type LocalDate, type ZoneId } from "@neuadd/core";

/**
 * A temporary event notice that a premises has, as the school has noted it: alcohol, entertainment or late food for
 * at most 499 people without a licence (Licensing Act 2003, part 5). Half-open: it ends at `end`.
 */
export interface EventNotice {
  readonly id: string;
  readonly premises: string;
  /** The number by which the licensing authority knows it. */
  readonly reference: string;
  /** Absent: the school gave it itself, or its hirer is not in the system. */
  readonly hirer?: string;
  readonly start: Instant;
  readonly end: Instant;
}

/** What the Licensing Act 2003 allows of a premises in a calendar year (section 107), and of one event (sections 100 and 101). */
export const EVENT_NOTICE_LIMITS = {
  noticesPerYear: 15,
  daysPerYear: 21,
  longestHours: 168,
  hoursBetween: 24,
  people: 499,
} as const;

/** How much of a premises' year is taken. */
export interface EventYear {
  readonly year: number;
  readonly notices: number;
  readonly days: number;
}

/** The local dates that a notice touches, in order. One that ends at midnight does not touch the day after. */
export function noticeDates(
  { start, end }: Pick<EventNotice, "start" | "end">,
  zone: ZoneId,
): LocalDate[] {
  const last = localDateOf(end - 1, zone);
  const dates: LocalDate[] = [];
  for (let date = localDateOf(start, zone); date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/**
 * Counts the notices of one premises in a calendar year, over all hirers. A notice over New Year counts in
 * both years, with its days in each; a day that two notices share is one day.
 */
export function eventYear(
  notices: readonly Pick<EventNotice, "start" | "end">[],
  year: number,
  zone: ZoneId,
): EventYear {
  const days = new Set<LocalDate>();
  let count = 0;
  for (const notice of notices) {
    const dates = noticeDates(notice, zone).filter((date) => yearOf(date) === year);
    if (dates.length > 0) count += 1;
    for (const date of dates) days.add(date);
  }
  return { year, notices: count, days: days.size };
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}
