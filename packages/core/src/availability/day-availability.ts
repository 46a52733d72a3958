import { communityHours } from "../calendar/community-hours.ts";
import type { DayKind } from "../calendar/day-kind.ts";
import { areTermsKnown } from "../calendar/known-until.ts";
import type { SchoolCalendar } from "../calendar/school-calendar.ts";
import { schoolDay } from "../calendar/school-day.ts";
import { CoreError } from "../errors.ts";
import type { Bilingual } from "../language/bilingual.ts";
import { spaceOf, type Space } from "../premises/space-tree.ts";
import type { SpaceId } from "../premises/space.ts";
import {
  mergeIntervals,
  subtractMerged,
  type Interval,
  type LocalInterval,
} from "../time/interval.ts";
import { addDays, dayNumber, type LocalDate } from "../time/local-date.ts";
import { indexClaims } from "./claim-index.ts";
import { MAXIMUM_WINDOW_DAYS } from "./free-intervals.ts";
import { heldIntervals, intervalReader } from "./held-intervals.ts";
import { localDay, type LocalDay } from "./local-day.ts";
import { localIntervalsOf } from "./local-intervals-of.ts";
import { openIntervals } from "./open-intervals.ts";
import type { SchoolSpacesFacts, SpaceFacts } from "./space-facts.ts";

/** One date of a space: what day it is, when it is open to the community, and what of that is free. */
export interface DayAvailability {
  readonly date: LocalDate;
  readonly kind: DayKind;
  readonly name?: Bilingual;
  /** A `holiday` only because the terms of its school year are not published yet. */
  readonly termsUnpublished?: true;
  readonly open: readonly LocalInterval[];
  readonly free: readonly LocalInterval[];
}

/**
 * The availability of a space by local date, from `from` up to, but not including, `to`; empty if they
 * are the same. Times are those on the school's clocks: every booking of an allowed length on the grid
 * within one interval of `free` meets the hours and the claims. See {@link freeIntervals} for what is
 * free, and for what is not looked at.
 *
 * On the day when clocks go forward, `free` is split at the hour that does not exist. On the day when
 * they go back, an hour that comes twice stands for the first of the two.
 *
 * @throws CoreError SPACE_UNKNOWN, LOCAL_DATE_INVALID, or INTERVAL_INVALID if `to` is earlier than
 * `from` or more than 1096 days later
 */
export function dayAvailability(
  facts: SpaceFacts,
  from: LocalDate,
  to: LocalDate,
): DayAvailability[] {
  return spacesAvailability(facts, [facts.space], from, to).get(facts.space) ?? [];
}

/**
 * `dayAvailability` of several spaces of a school at once, by space in the order given. The days are
 * worked out and the claims are sorted once for all of them, and a day on which nothing is held is one
 * and the same object for all spaces with the same hours. Throws as `dayAvailability` does.
 */
export function spacesAvailability(
  facts: SchoolSpacesFacts,
  spaces: readonly SpaceId[],
  from: LocalDate,
  to: LocalDate,
): Map<SpaceId, DayAvailability[]> {
  const { tree, calendar } = facts;
  const days = localDays(from, to, facts);
  const window = { start: days[0]?.start ?? 0, end: days.at(-1)?.end ?? 0 };
  // A claim may matter up to a turnaround, at most a day, after the last date.
  const claims = indexClaims(facts.claims, { start: window.start, end: window.end + DAY });
  const openDaysOf = openDaysReader(days, calendar);
  return new Map(
    spaces.map((id) => {
      const space = spaceOf(tree, id);
      const readHeld = intervalReader(heldIntervals(space, tree, claims, window));
      const openDays = openDaysOf(space.communityHours);
      return [id, openDays.map((openDay) => withoutHeld(openDay, readHeld(openDay.day)))];
    }),
  );
}

const DAY = 86_400_000;

function localDays(
  from: LocalDate,
  to: LocalDate,
  { zone }: Pick<SchoolSpacesFacts, "zone">,
): LocalDay[] {
  const count = dayNumber(to) - dayNumber(from);
  if (count < 0 || count > MAXIMUM_WINDOW_DAYS) {
    throw new CoreError("INTERVAL_INVALID", {
      cy: `Ni ellir cyfrifo'r hyn sydd ar gael o ${from} i ${to}. Gofynnwch am ${MAXIMUM_WINDOW_DAYS} diwrnod ar y mwyaf, gyda'r dyddiad hwyraf yn olaf.`,
      en: `Availability can't be worked out from ${from} to ${to}. Ask for at most ${MAXIMUM_WINDOW_DAYS} days, the later date last.`,
    });
  }
  return Array.from({ length: count }, (_, index) => localDay(addDays(from, index), zone));
}

/** One date as long as nothing is held. */
interface OpenDay {
  readonly day: LocalDay;
  readonly open: readonly Interval[];
  readonly availability: DayAvailability;
}

/** Works the open days out once for each list of rules: most spaces have those of their premises. */
function openDaysReader(
  days: readonly LocalDay[],
  calendar: SchoolCalendar,
): (rules: Space["communityHours"]) => readonly OpenDay[] {
  const known = new Map<Space["communityHours"], readonly OpenDay[]>();
  return (rules) => {
    const openDays = known.get(rules) ?? days.map((day) => openDay(day, rules, calendar));
    known.set(rules, openDays);
    return openDays;
  };
}

function openDay(day: LocalDay, rules: Space["communityHours"], calendar: SchoolCalendar): OpenDay {
  const { date } = day;
  const { kind, name } = schoolDay(calendar, date);
  const isUnpublished = kind === "holiday" && name === undefined && !areTermsKnown(calendar, date);
  const hours = communityHours({ communityHours: rules }, calendar, date);
  const open = mergeIntervals(openIntervals(day, hours));
  const availability = {
    date,
    kind,
    ...(name && { name }),
    ...(isUnpublished && { termsUnpublished: true as const }),
    open: hours,
    free: localIntervalsOf(open, day),
  };
  return { day, open, availability };
}

function withoutHeld(
  { day, open, availability }: OpenDay,
  held: readonly Interval[],
): DayAvailability {
  if (held.length === 0) return availability;
  return { ...availability, free: localIntervalsOf(subtractMerged(open, held), day) };
}
