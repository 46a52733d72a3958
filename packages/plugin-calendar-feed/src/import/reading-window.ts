import {
  addDays,
  dayNumber,
  type Instant,
  type LocalDate,
  localDate,
  localDateOf,
} from "@neuadd/core";

/** Nothing that takes place now began before. */
export const EARLIEST_DATE: LocalDate = "1900-01-01";

/** From when to when a file is read. */
export interface ReadingWindow {
  /** What is over by then is left out, and what has begun is cut. */
  readonly from: Instant;
  /** The same for what has not begun, or not ended, by then. */
  readonly horizon: Instant;
  /** On any clock: no date after it starts before the horizon. */
  readonly lastDate: LocalDate;
  /** On any clock: no date before it that lasts so many days reaches into the window. 1900-01-01 at the earliest. */
  firstDate(lengthDays: number): LocalDate;
}

/** Clocks anywhere are less than a day from UTC. */
const MARGIN_DAYS = 2;

export function readingWindow(from: Instant, horizon: Instant): ReadingWindow {
  const firstDay = dayNumber(localDateOf(from, "UTC")) - MARGIN_DAYS;
  return {
    from,
    horizon,
    lastDate: addDays(localDateOf(horizon, "UTC"), MARGIN_DAYS),
    firstDate: (lengthDays) =>
      localDate(Math.max(firstDay - Math.max(lengthDays, 0), dayNumber(EARLIEST_DATE))),
  };
}
