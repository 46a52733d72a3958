import type { SchoolDay } from "../calendar/day-kind.ts";
import type { Space } from "../premises/space-tree.ts";
import type { Interval } from "../time/interval.ts";
import type { LocalDate } from "../time/local-date.ts";
import type { LocalTime } from "../time/local-time.ts";
import type { Denial } from "./denial.ts";
import type { SeriesRequest } from "./series-request.ts";

/** One date of a series, placed in a space and a time, as a rule sees it. */
export interface PlacedDate extends Interval {
  readonly date: LocalDate;
  readonly startTime: LocalTime;
  readonly endTime: LocalTime;
  readonly space: Space;
  readonly day: SchoolDay;
}

/**
 * What a rule has to say of a date: why it can't be had or, marked as a warning, what its hirer and its
 * school should know of it though it can.
 */
export interface RuleFinding extends Denial {
  readonly warning?: true;
}

/**
 * A rule of a plugin. Pure: it judges one placed date from its arguments alone.
 * An empty list means "no objection".
 */
export type BookingRule = (
  placed: PlacedDate,
  request: SeriesRequest,
  now: number,
) => readonly RuleFinding[];
