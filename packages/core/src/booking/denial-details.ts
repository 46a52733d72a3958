import type { DayKind } from "../calendar/day-kind.ts";
import type { Bilingual } from "../language/bilingual.ts";
import type { SpaceId } from "../premises/space.ts";
import type { Instant, LocalInterval } from "../time/interval.ts";
import type { LocalDate } from "../time/local-date.ts";
import type { LocalTime } from "../time/local-time.ts";
import type { DENIAL_CODES, ExclusionCode, SeriesCode } from "./denial-codes.ts";

/** What holds a leaf at the time asked for: when, and which leaf. Never whose it is. */
export type HeldTime = {
  readonly start: Instant;
  readonly end: Instant;
  readonly leaf: SpaceId;
  /** `start` and `end` as the clocks at the school show them; `24:00` for an end at midnight. */
  readonly from: { readonly date: LocalDate; readonly time: LocalTime };
  readonly to: { readonly date: LocalDate; readonly time: LocalTime };
  /** Set when the time itself is free, and only the turnaround after it is not. */
  readonly turnaroundMinutes?: number;
};

/** What a date is for its school, for a reader of a denial. */
export type DayFacts = {
  readonly date: LocalDate;
  readonly kind: DayKind;
  readonly name?: Bilingual;
  /** False where the school's terms are not published yet, so that nobody can say whether it is in term. */
  readonly areTermsKnown: boolean;
};

/** The facts behind each of core's codes: what `details` of a denial holds. */
export interface DenialDetails extends Record<
  (typeof DENIAL_CODES)[number] | ExclusionCode | SeriesCode,
  Readonly<Record<string, unknown>>
> {
  readonly OUTSIDE_COMMUNITY_HOURS: {
    readonly date: LocalDate;
    readonly startTime: LocalTime;
    readonly endTime: LocalTime;
    readonly open: readonly LocalInterval[];
  };
  readonly SCHOOL_IN_SESSION: {
    readonly date: LocalDate;
    readonly schoolHours: LocalInterval;
  };
  readonly CLOSED: DayFacts;
  readonly OVERLAPS_BOOKING: HeldTime;
  readonly OVERLAPS_REQUEST: HeldTime;
  readonly BLOCKED: HeldTime;
  readonly TOO_SHORT: { readonly minutes: number; readonly minimumMinutes: number };
  readonly TOO_LONG: { readonly minutes: number; readonly maximumMinutes: number };
  readonly OFF_GRID: {
    readonly startGridMinutes: number;
    /** The time that is off the grid, and the times of the grid before and after it. */
    readonly time: LocalTime;
    readonly before: LocalTime;
    readonly after: LocalTime;
  };
  readonly TOO_SOON: { readonly noticeHours: number };
  readonly TOO_FAR_AHEAD: { readonly horizonDays: number; readonly lastDate: LocalDate };
  readonly OVER_CAPACITY: { readonly capacity: number; readonly attendance: number };
  readonly IN_THE_PAST: { readonly date: LocalDate; readonly startTime: LocalTime };
  /** The other date of the series that this one runs into. */
  readonly OVERLAPS_ITSELF: { readonly date: LocalDate; readonly otherDate: LocalDate };
  readonly NONEXISTENT_LOCAL_TIME: { readonly date: LocalDate; readonly time: LocalTime };
  readonly NOT_TERM_TIME: DayFacts;
  readonly HALF_TERM: DayFacts;
  readonly BANK_HOLIDAY: DayFacts;
  readonly INSET_DAY: DayFacts;
  readonly EXCEPTION_DATE: { readonly date: LocalDate };
  /** How many dates the request came to, excluded ones among them. */
  readonly NO_DATES: { readonly dates: number };
  readonly DATES_DENIED: { readonly denied: number };
  readonly BELOW_MINIMUM: { readonly bookable: number; readonly minimumOccurrences: number };
  readonly TOO_MANY_DATES: { readonly maximumDates: number };
  readonly STARTS_LATER: { readonly first: LocalDate; readonly startsOn: LocalDate };
  readonly COUNT_NOT_REACHED: { readonly wanted: number; readonly added: number };
}
