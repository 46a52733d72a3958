import {
  addDays,
  areTermsKnown,
  type AskableDay,
  type Bilingual,
  type Language,
  type LocalDate,
  localDateOf,
  schoolDay,
  type Space,
  type SpaceId,
} from "@neuadd/core";
import { readAskable } from "../ledger/availability.ts";
import type { SchoolState } from "../ledger/school-model.ts";
import type { Services } from "../services.ts";
import { sayDayKind } from "./say-day-kind.ts";
import { depthOf } from "./space-depth.ts";
import { daysOfWeek, mondayOf } from "./week.ts";

/** A day of the week as every space shares it. */
export interface WeekDay {
  readonly date: LocalDate;
  /** What the school's calendar makes of it, in the language of the page. */
  readonly kind: string;
  /** True for weekends and for days that are not as usual: they are set apart from days of term. */
  readonly isSetApart: boolean;
  readonly isToday: boolean;
  readonly isPast: boolean;
}

export interface WeekRow {
  readonly space: Space;
  /** How many of the spaces shown contain it. */
  readonly depth: number;
  /** In the order of the days of the week. */
  readonly days: readonly AskableDay[];
}

export interface WeekView {
  readonly state: SchoolState;
  readonly monday: LocalDate;
  readonly days: readonly WeekDay[];
  readonly sites: readonly { readonly name: Bilingual; readonly rows: readonly WeekRow[] }[];
  /** The one space shown; absent: all. */
  readonly space?: Space;
  /** Absent where the weeks that can be shown end. */
  readonly previous?: LocalDate;
  readonly next?: LocalDate;
  /** The week that `today` lies in. */
  readonly thisWeek: LocalDate;
}

export interface WeekRequest {
  readonly language: Language;
  /** Any day of the week. */
  readonly date: LocalDate;
  readonly space?: Space;
}

/** Weeks further from today than this are not shown: robots would walk from week to week for ever. */
const REACH_DAYS = 735;

/** What a school's bookable spaces have free in a week. Undefined when the week lies out of reach. */
export async function readWeek(
  services: Services,
  state: SchoolState,
  { language, date, space }: WeekRequest,
): Promise<WeekView | undefined> {
  const now = services.clock.now();
  const today = localDateOf(now, state.school.zone);
  const isInReach = (day: LocalDate): boolean =>
    addDays(today, -REACH_DAYS) <= day && day <= addDays(today, REACH_DAYS);
  if (!isInReach(date)) return undefined;
  const monday = mondayOf(date);
  const [previous, next] = [addDays(monday, -7), addDays(monday, 7)];
  const spaces = state.tree.spaces.filter(
    ({ id, bookable }) => bookable && (space === undefined || id === space.id),
  );
  const ids = spaces.map(({ id }) => id);
  const window = { from: monday, to: next, now };
  const availability = await readAskable(services, state, ids, window);
  return {
    state,
    monday,
    days: daysOfWeek(monday).map((day) => weekDay(state, day, today, language)),
    sites: sitesOf(state, spaces, availability.days),
    ...(space && { space }),
    ...(isInReach(previous) && { previous }),
    ...(isInReach(next) && { next }),
    thisWeek: mondayOf(today),
  };
}

function weekDay(
  { calendar }: SchoolState,
  date: LocalDate,
  today: LocalDate,
  language: Language,
): WeekDay {
  const day = schoolDay(calendar, date);
  return {
    date,
    kind: sayDayKind(day, calendar, language),
    isSetApart: day.kind !== "term" || !areTermsKnown(calendar, date),
    isToday: date === today,
    isPast: date < today,
  };
}

function sitesOf(
  { premises, tree }: SchoolState,
  spaces: readonly Space[],
  availability: ReadonlyMap<SpaceId, readonly AskableDay[]>,
): WeekView["sites"] {
  return premises
    .map(({ id, name }) => ({
      name,
      rows: spaces
        .filter((space) => space.premises === id)
        .map((space) => ({
          space,
          depth: spaces.length === 1 ? 0 : depthOf(tree, space),
          days: availability.get(space.id) ?? [],
        })),
    }))
    .filter(({ rows }) => rows.length > 0);
}
