import { dayNumber, type LocalDate } from "../time/local-date.ts";
import type {
  CalendarEntry,
  CalendarLayer,
  DateSpan,
  SchoolCalendar,
  SchoolYear,
} from "./school-calendar.ts";
import type { SchoolDay } from "./day-kind.ts";

/** An entry with the layer that makes it. */
export interface LayeredEntry extends CalendarEntry {
  readonly source: string;
}

/** A school year that is known, with the days on which its terms decide what a day is. */
export interface KnownYear extends SchoolYear, DateSpan {
  readonly source: string;
}

/** A school day, with whether the published terms (or an entry) tell the period it lies in. */
export interface IndexedDay {
  readonly day: SchoolDay;
  readonly isPeriodKnown: boolean;
}

/** A calendar, put in order once so that each day costs little. */
export interface CalendarIndex {
  /** The one that decides comes first. */
  readonly entries: readonly LayeredEntry[];
  /** One for each school year, in order of time. */
  readonly years: readonly KnownYear[];
  /** Days that were worked out already. */
  readonly days: Map<LocalDate, IndexedDay>;
}

const indexes = new WeakMap<SchoolCalendar, CalendarIndex>();

/** The index of a calendar, made when it is first asked for. Calendars are values: never change one in place. */
export function calendarIndex(calendar: SchoolCalendar): CalendarIndex {
  const known = indexes.get(calendar);
  if (known) return known;
  const index = {
    entries: rankedEntries(calendar.layers),
    years: knownYears(calendar.layers),
    days: new Map<LocalDate, IndexedDay>(),
  };
  indexes.set(calendar, index);
  return index;
}

/** The most restrictive kind comes first: where two entries of one layer meet, the school is the more closed. */
const RESTRICTIVENESS: Readonly<Record<CalendarEntry["kind"], number>> = {
  closure: 0,
  pollingDay: 1,
  bankHoliday: 2,
  inset: 3,
  holiday: 4,
  halfTerm: 5,
  term: 6,
};

function rankedEntries(layers: readonly CalendarLayer[]): LayeredEntry[] {
  return layers
    .toReversed()
    .flatMap(({ entries = [], source }) =>
      entries.map((entry) => ({ ...entry, source })).toSorted(compareWithinLayer),
    );
}

function compareWithinLayer(one: CalendarEntry, other: CalendarEntry): number {
  return RESTRICTIVENESS[one.kind] - RESTRICTIVENESS[other.kind] || spanDays(one) - spanDays(other);
}

function knownYears(layers: readonly CalendarLayer[]): KnownYear[] {
  const byId = new Map<string, KnownYear>();
  for (const { years = [], source } of layers) {
    for (const year of years) {
      const span = knownSpan(year);
      if (span) byId.set(year.id, { ...year, ...span, source });
    }
  }
  return [...byId.values()].toSorted((one, other) => (one.first < other.first ? -1 : 1));
}

/**
 * A school year begins with the first term that starts after July (School Day and School Year
 * (Wales) Regulations 2003, SI 2003/3231), so its published terms decide from 1 August to the next
 * 31 July, or to the end of its last term if that is later.
 */
function knownSpan({ terms }: SchoolYear): DateSpan | undefined {
  const first = terms[0]?.first;
  const last = terms.at(-1)?.last;
  if (first === undefined || last === undefined) return undefined;
  const calendarYear = Number(first.slice(0, 4)) - (first.slice(5, 7) < "08" ? 1 : 0);
  const julyEnd = `${String(calendarYear + 1).padStart(4, "0")}-07-31`;
  return {
    first: `${String(calendarYear).padStart(4, "0")}-08-01`,
    last: last > julyEnd ? last : julyEnd,
  };
}

function spanDays({ first, last }: DateSpan): number {
  return dayNumber(last) - dayNumber(first);
}
