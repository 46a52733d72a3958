import { communityHours } from "../calendar/community-hours.ts";
import type { DayKind } from "../calendar/day-kind.ts";
import { areTermsKnown } from "../calendar/known-until.ts";
import { schoolDay } from "../calendar/school-day.ts";
import { CoreError } from "../errors.ts";
import type { Bilingual } from "../language/bilingual.ts";
import { spaceOf } from "../premises/space-tree.ts";
import type { SpaceId } from "../premises/space.ts";
import { subtractIntervals, type LocalInterval } from "../time/interval.ts";
import { addDays, dayNumber, type LocalDate } from "../time/local-date.ts";
import { indexClaims, type ClaimIndex } from "./claim-index.ts";
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
 * worked out and the claims are sorted once for all of them. Throws as `dayAvailability` does.
 */
export function spacesAvailability(
  facts: SchoolSpacesFacts,
  spaces: readonly SpaceId[],
  from: LocalDate,
  to: LocalDate,
): Map<SpaceId, DayAvailability[]> {
  const days = localDays(from, to, facts);
  const [first, last] = [days[0], days.at(-1)];
  const window = { start: first?.start ?? 0, end: last?.end ?? 0 };
  // A claim may matter up to a turnaround, at most a day, after the last date.
  const claims = indexClaims(facts.claims, { start: window.start, end: window.end + DAY });
  return new Map(
    spaces.map((space) => [space, availabilityOfSpace({ ...facts, space }, days, claims)]),
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

function availabilityOfSpace(
  { space: id, tree, calendar }: SpaceFacts,
  days: readonly LocalDay[],
  claims: ClaimIndex,
): DayAvailability[] {
  const space = spaceOf(tree, id);
  const window = { start: days[0]?.start ?? 0, end: days.at(-1)?.end ?? 0 };
  const readHeld = intervalReader(heldIntervals(space, tree, claims, window));
  return days.map((day) => {
    const { date } = day;
    const { kind, name } = schoolDay(calendar, date);
    const isUnpublished =
      kind === "holiday" && name === undefined && !areTermsKnown(calendar, date);
    const open = communityHours(space, calendar, date);
    const free = subtractIntervals(openIntervals(day, open), readHeld(day));
    return {
      date,
      kind,
      ...(name && { name }),
      ...(isUnpublished && { termsUnpublished: true as const }),
      open,
      free: localIntervalsOf(free, day),
    };
  });
}
