import {
  communityHours,
  schoolDay,
  type LocalInterval,
  type SchoolCalendar,
  type SchoolDay,
  type SpaceTree,
} from "@neuadd/core";
import type { LiveUse } from "./live-uses.ts";

/** A live occurrence whose day, or whose space's hours on it, a new definition changes. */
export interface AffectedOccurrence extends LiveUse {
  readonly before: SchoolDay;
  readonly after: SchoolDay;
  /** Set when the community hours of its space differ on that day. */
  readonly hours?: {
    readonly before: readonly LocalInterval[];
    readonly after: readonly LocalInterval[];
  };
}

interface Definition {
  readonly tree: SpaceTree;
  readonly calendar: SchoolCalendar;
}

/** Those of the uses that putting one definition in the place of another affects, in their order. */
export function affectedOccurrences(
  before: Definition,
  after: Definition,
  uses: readonly LiveUse[],
): AffectedOccurrence[] {
  return uses.flatMap((use) => {
    const dayBefore = schoolDay(before.calendar, use.date);
    const dayAfter = schoolDay(after.calendar, use.date);
    const hours = { before: hoursOf(use, before), after: hoursOf(use, after) };
    const hasOtherHours = JSON.stringify(hours.before) !== JSON.stringify(hours.after);
    if (isSameKindOfDay(dayBefore, dayAfter) && !hasOtherHours) return [];
    return [{ ...use, before: dayBefore, after: dayAfter, ...(hasOtherHours && { hours }) }];
  });
}

function hoursOf({ space, date }: LiveUse, { tree, calendar }: Definition): LocalInterval[] {
  const found = tree.byId.get(space);
  return found === undefined ? [] : communityHours(found, calendar, date);
}

function isSameKindOfDay(one: SchoolDay, other: SchoolDay): boolean {
  return (
    one.kind === other.kind &&
    one.period === other.period &&
    one.isBankHoliday === other.isBankHoliday
  );
}
