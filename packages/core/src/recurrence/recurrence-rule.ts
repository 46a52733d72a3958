import type { LocalDate, Weekday } from "../time/local-date.ts";

export type Frequency = "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";

/** `{ weekday: 2 }` is TU; `{ weekday: 2, ordinal: -1 }` is -1TU, the last Tuesday. */
export interface RuleWeekday {
  readonly weekday: Weekday;
  readonly ordinal?: number;
}

/** The parts of RFC 5545 section 3.3.10 that Neuadd expands, checked and with defaults filled in. */
export interface RecurrenceRule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count?: number;
  /** Inclusive, a date: occurrences are dates. */
  readonly until?: LocalDate;
  readonly byDay: readonly RuleWeekday[];
  readonly byMonthDay: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPosition: readonly number[];
  /** WKST. Default 1, Monday. */
  readonly weekStart: Weekday;
}
