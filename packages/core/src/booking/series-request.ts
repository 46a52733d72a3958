import type { LayoutId, SpaceId } from "../premises/space.ts";
import type { LocalDate } from "../time/local-date.ts";
import type { LocalTime } from "../time/local-time.ts";

/** What to do when a date of the series can't be had as asked. */
export const CLASH_POLICIES = ["refuse", "skip", "append", "otherSpace", "nearbyTime"] as const;
export type ClashPolicy = (typeof CLASH_POLICIES)[number];

export interface RequestedRecurrence {
  /** RFC 5545 RRULE value, such as `FREQ=WEEKLY`. */
  readonly rule: string;
  /** Last date, inclusive. The series needs this, `count`, or COUNT or UNTIL in the rule. */
  readonly until?: LocalDate;
  readonly count?: number;
  /** Leave out dates that lie in no term. Half terms are left out too, unless `includeHalfTerm`. */
  readonly termTimeOnly?: boolean;
  readonly includeHalfTerm?: boolean;
  readonly excludeBankHolidays?: boolean;
  readonly excludeInsetDays?: boolean;
  readonly exceptDates?: readonly LocalDate[];
  /** Dates besides those of the rule. */
  readonly extraDates?: readonly LocalDate[];
}

export interface OnClash {
  readonly policy: ClashPolicy;
  /** Fewer bookable dates than this, and the series is not accepted. Default 1. */
  readonly minimumOccurrences?: number;
  /** For `otherSpace`: only these, in this order. Absent: any space that fits. */
  readonly spaces?: readonly SpaceId[];
  /** For `nearbyTime`: how far the start may move, earlier or later. Default 60. */
  readonly shiftMinutes?: number;
}

/** One space, one local time of day, one or many dates. */
export interface SeriesRequest {
  readonly space: SpaceId;
  readonly layout?: LayoutId;
  readonly attendance?: number;
  /** Facilities that a space offered instead must have as well. */
  readonly facilities?: readonly string[];
  readonly first: LocalDate;
  readonly startTime: LocalTime;
  /** Later than `startTime`, at most `24:00`: a booking lies within one local day. */
  readonly endTime: LocalTime;
  readonly recurrence?: RequestedRecurrence;
  /** Default `{ policy: "refuse" }`. */
  readonly onClash?: OnClash;
}
