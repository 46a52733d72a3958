/** A calendar date without a zone, as `2026-09-08`: year 0001 to 9999, proleptic Gregorian. */
export type LocalDate = string;

/** Days since 1970-01-01: the integer that dates are counted and compared with. */
export type DayNumber = number;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
