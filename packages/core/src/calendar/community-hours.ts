import type { LocalInterval } from "../time/interval.ts";
import { dayNumber, weekdayOf, type LocalDate, type Weekday } from "../time/local-date.ts";
import { joinLocalIntervals, meetLocalIntervals } from "./local-intervals.ts";
import type { SchoolCalendar } from "./school-calendar.ts";
import type { DayKind, SchoolDay, SchoolPeriod } from "./day-kind.ts";
import { indexedDay } from "./school-day.ts";

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

const PERIODS: readonly SchoolPeriod[] = ["term", "halfTerm", "holiday"];

/**
 * The hours in which a space is open for community use on a date: those of all rules that match the
 * day, joined where they overlap or touch, sorted, each half-open. Empty when it is not open. The
 * times are local; an interval that ends at `24:00` and one that starts at `00:00` the next day
 * touch.
 *
 * Where the terms of a date are not published yet ({@link areTermsKnown}), a weekday may turn out
 * to lie in term, a half term or a holiday: the hours are those that are open in all three cases.
 * A rule without `dayKinds` and `periods` therefore holds on such days as on any other.
 *
 * @throws CoreError LOCAL_DATE_INVALID
 *
 * @example
 * ```ts
 * import { bankHolidaysEnglandAndWales, communityHours, welshTermDates } from "@neuadd/core";
 * const calendar = { layers: [bankHolidaysEnglandAndWales, welshTermDates] };
 * const hall = {
 *   communityHours: [
 *     { dayKinds: ["term", "inset"], hours: [{ start: "17:00", end: "22:00" }] },
 *     { dayKinds: ["halfTerm", "holiday"], hours: [{ start: "09:00", end: "22:00" }] },
 *   ],
 * } as const;
 * communityHours(hall, calendar, "2026-09-08"); //=> [{ start: "17:00", end: "22:00" }]
 * communityHours(hall, calendar, "2026-10-27"); //=> [{ start: "09:00", end: "22:00" }]
 * communityHours(hall, calendar, "2026-12-25"); //=> []
 * ```
 */
export function communityHours(
  space: { readonly communityHours: readonly CommunityHoursRule[] },
  calendar: SchoolCalendar,
  date: LocalDate,
): LocalInterval[] {
  const { day, isPeriodKnown } = indexedDay(calendar, date);
  const weekday = weekdayOf(dayNumber(date));
  if (isPeriodKnown) return hoursOfDay(space.communityHours, day, weekday);
  return PERIODS.map((period) =>
    hoursOfDay(space.communityHours, asIfIn(period, day), weekday),
  ).reduce(meetLocalIntervals);
}

function hoursOfDay(
  rules: readonly CommunityHoursRule[],
  { kind, period }: Pick<SchoolDay, "kind" | "period">,
  weekday: Weekday,
): LocalInterval[] {
  const open: LocalInterval[] = [];
  for (const { dayKinds, periods, weekdays, hours } of rules) {
    const holds =
      (!dayKinds || dayKinds.includes(kind)) &&
      (!periods || periods.includes(period)) &&
      (!weekdays || weekdays.includes(weekday));
    if (holds) open.push(...hours);
  }
  return joinLocalIntervals(open);
}

/** A bank holiday or a weekend stays what it is; a plain weekday is of the kind of its period. */
function asIfIn(period: SchoolPeriod, { kind }: SchoolDay): Pick<SchoolDay, "kind" | "period"> {
  return { kind: kind === "holiday" ? period : kind, period };
}
