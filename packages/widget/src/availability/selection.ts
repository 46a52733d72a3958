import type { LocalDate } from "../dates/day-steps.ts";

/** What `neuadd-select` says: a day was chosen, or a time on it. */
export interface NeuaddSelection {
  readonly school: string;
  /** Absent when a day of several spaces was chosen. */
  readonly space?: string;
  readonly date: LocalDate;
  /** On the school's clocks. Absent when only the day was chosen. */
  readonly startTime?: string;
  readonly endTime?: string;
  /** The request page with the time filled in, which opens unless the event is cancelled. */
  readonly href?: string;
}
