/** The most dates that one series may have, excluded and appended ones among them. */
export const MAXIMUM_SERIES_DATES = 400;

/** The last date of a series lies at most this many days after its first: two years. */
export const MAXIMUM_SERIES_SPAN_DAYS = 731;

/** The most people that a request may expect: beyond it, it is a slip of the keyboard. */
export const MAXIMUM_ATTENDANCE = 100_000;

/** The furthest that the policy `nearbyTime` may shift a start, either way. */
export const MAXIMUM_SHIFT_MINUTES = 720;

/** How far `nearbyTime` shifts when the request doesn't say. */
export const DEFAULT_SHIFT_MINUTES = 60;
