import type { Bilingual } from "../language/bilingual.ts";
import type { DenialDetails } from "./denial-details.ts";
import { DENIAL_MESSAGES } from "./denial-messages.ts";
import { SERIES_MESSAGES } from "./series-messages.ts";

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

/** An expected "no", as a value: a stable code, a sentence in both languages, and the facts behind it. */
export interface Denial<Code extends string = DenialCode> {
  readonly code: Code;
  readonly message: Bilingual;
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * A denial of core's, with its sentence in both languages. A plugin writes its own as plain objects
 * `{ code: "<plugin-id>/CODE", message, details }`.
 *
 * @example
 * ```ts
 * import { denial } from "@neuadd/core";
 *
 * denial("TOO_SOON", { noticeHours: 48 }).message.en; //=> "This space must be booked at least 48 hours ahead."
 * ```
 */
export function denial<const Code extends CoreCode>(
  code: Code,
  details: DenialDetails[Code],
): Denial<Code> {
  return { code, message: MESSAGES[code](details), details };
}

type CoreCode = (typeof DENIAL_CODES)[number] | ExclusionCode | SeriesCode;

const MESSAGES: {
  readonly [Code in CoreCode]: (details: DenialDetails[Code]) => Bilingual;
} = { ...DENIAL_MESSAGES, ...SERIES_MESSAGES };
