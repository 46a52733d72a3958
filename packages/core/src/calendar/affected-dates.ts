import type { LocalInterval } from "../time/interval.ts";
import type { LocalDate } from "../time/local-date.ts";
import { communityHours, type CommunityHoursRule } from "./community-hours.ts";
import type { SchoolCalendar } from "./school-calendar.ts";
import type { SchoolDay } from "./day-kind.ts";
import { schoolDay } from "./school-day.ts";

/** An occurrence as a calendar change sees it: a date and, if its hours matter, the space it is in. */
export interface DatedUse {
  readonly date: LocalDate;
  readonly space?: { readonly communityHours: readonly CommunityHoursRule[] };
}

/** A use that a change of calendar touches, with what its day was and would be. */
export interface AffectedUse<Use extends DatedUse> {
  readonly use: Use;
  readonly before: SchoolDay;
  readonly after: SchoolDay;
  /** Set when the space's community hours differ on that day. */
  readonly hours?: { readonly before: LocalInterval[]; readonly after: LocalInterval[] };
}

/**
 * What putting one calendar in the place of another changes for given uses: those whose day changes
 * its kind, its period or whether it is a bank holiday, or whose space changes its hours. The order
 * and the objects are those given; an empty list affects nothing.
 *
 * It only tells. A change of calendar never drops a date from a series or adds one by itself: people
 * decide from this list, and every booking stays as it is until they do.
 *
 * Names and sources are not compared: a bank holiday that is renamed affects nobody.
 *
 * Throws LOCAL_DATE_INVALID for a bad date.
 *
 * @example
 * ```ts
 * import { affectedDates, welshTermDates } from "@neuadd/core";
 * const before = { layers: [welshTermDates] };
 * const training = { first: "2026-09-15", last: "2026-09-15", kind: "inset" } as const;
 * const school = { id: "school", scope: "school", source: "Head teacher", entries: [training] } as const;
 * const after = { layers: [welshTermDates, school] };
 * const uses = [{ date: "2026-09-08" }, { date: "2026-09-15" }];
 * affectedDates(before, after, uses).map(({ use, after }) => [use.date, after.kind]); //=> [["2026-09-15", "inset"]]
 * ```
 */
export function affectedDates<Use extends DatedUse>(
  before: SchoolCalendar,
  after: SchoolCalendar,
  uses: readonly Use[],
): AffectedUse<Use>[] {
  return uses.flatMap((use) => {
    const dayBefore = schoolDay(before, use.date);
    const dayAfter = schoolDay(after, use.date);
    const hours = use.space && changedHours(before, after, use.date, use.space);
    if (!hours && isSameKindOfDay(dayBefore, dayAfter)) return [];
    return [{ use, before: dayBefore, after: dayAfter, ...(hours && { hours }) }];
  });
}

function changedHours(
  before: SchoolCalendar,
  after: SchoolCalendar,
  date: LocalDate,
  space: NonNullable<DatedUse["space"]>,
): AffectedUse<DatedUse>["hours"] {
  const hours = {
    before: communityHours(space, before, date),
    after: communityHours(space, after, date),
  };
  const isSame =
    hours.before.length === hours.after.length &&
    hours.before.every(
      ({ start, end }, index) =>
        start === hours.after[index]?.start && end === hours.after[index]?.end,
    );
  return isSame ? undefined : hours;
}

function isSameKindOfDay(one: SchoolDay, other: SchoolDay): boolean {
  return (
    one.kind === other.kind &&
    one.period === other.period &&
    one.isBankHoliday === other.isBankHoliday
  );
}
