import type { LocalInterval } from "../time/interval.ts";
import type { Weekday } from "../time/local-date.ts";
import type { DayKind, SchoolPeriod } from "./school-day.ts";

/**
 * Open hours for the days that match every condition given. All rules that match a day are joined.
 * A day that no rule matches has no community hours.
 */
export interface CommunityHoursRule {
  readonly dayKinds?: readonly DayKind[];
  /** Whether the day lies in term, a half term or a holiday: what a weekend's kind alone does not tell. */
  readonly periods?: readonly SchoolPeriod[];
  readonly weekdays?: readonly Weekday[];
  readonly hours: readonly LocalInterval[];
}
