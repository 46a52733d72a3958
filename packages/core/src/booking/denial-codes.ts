/** Why core denies a date. A plugin's codes are `<plugin-id>/CODE`. */
export const DENIAL_CODES = [
  "OUTSIDE_COMMUNITY_HOURS",
  "SCHOOL_IN_SESSION",
  "CLOSED",
  "OVERLAPS_BOOKING",
  "OVERLAPS_REQUEST",
  "BLOCKED",
  "TOO_SHORT",
  "TOO_LONG",
  "OFF_GRID",
  "TOO_SOON",
  "TOO_FAR_AHEAD",
  "OVER_CAPACITY",
  "IN_THE_PAST",
  "OVERLAPS_ITSELF",
  "NONEXISTENT_LOCAL_TIME",
] as const;
export type DenialCode = (typeof DENIAL_CODES)[number] | `${string}/${string}`;

/** Why the request itself leaves a date out. */
export const EXCLUSION_CODES = [
  "NOT_TERM_TIME",
  "HALF_TERM",
  "BANK_HOLIDAY",
  "INSET_DAY",
  "EXCEPTION_DATE",
] as const;
export type ExclusionCode = (typeof EXCLUSION_CODES)[number];

/** Why a series as a whole is not accepted, or something its hirer must know about it. */
export const SERIES_CODES = [
  "NO_DATES",
  "DATES_DENIED",
  "BELOW_MINIMUM",
  "TOO_MANY_DATES",
  "STARTS_LATER",
  "COUNT_NOT_REACHED",
] as const;
export type SeriesCode = (typeof SERIES_CODES)[number];

/** Every code of core's own. */
export type CoreCode = (typeof DENIAL_CODES)[number] | ExclusionCode | SeriesCode;
