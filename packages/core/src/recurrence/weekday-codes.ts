import type { Weekday } from "../time/local-date.ts";

/** How RFC 5545 writes weekdays, from Monday on. */
const WEEKDAY_CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** The weekday of a code such as `TU`, or undefined. */
export function weekdayOfCode(code: string): Weekday | undefined {
  const index = WEEKDAY_CODES.findIndex((known) => known === code);
  return index === -1 ? undefined : ((index + 1) as Weekday);
}

/** The code of a weekday: `TU` for 2. */
export function codeOfWeekday(weekday: Weekday): string {
  return WEEKDAY_CODES[weekday - 1] ?? "";
}
