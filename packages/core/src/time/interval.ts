import type { LocalTime } from "./local-time.ts";

/** Milliseconds since 1970-01-01T00:00:00Z, an integer. */
export type Instant = number;

/** Instants from `start` up to, but not including, `end`. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

/** Times of one local day, from `start` up to, but not including, `end` (which may be `24:00`). */
export interface LocalInterval {
  readonly start: LocalTime;
  readonly end: LocalTime;
}
