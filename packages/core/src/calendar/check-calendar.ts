import { CoreError, type Fault } from "../errors.ts";
import { blankNameFaults } from "../language/blank-name-faults.ts";
import { summariseFaults } from "../summarise-faults.ts";
import { dayNumber } from "../time/local-date.ts";
import { spanFaults } from "./span-faults.ts";
import type {
  CalendarEntry,
  CalendarLayer,
  LayerScope,
  SchoolCalendar,
} from "./school-calendar.ts";
import { schoolYearsFaults } from "./school-year-faults.ts";

/** Longer than any school year, so that an entry beyond it is surely a slip of the year. */
const ENTRY_DAYS_LIMIT = 400;

const SCOPES: readonly LayerScope[] = ["national", "authority", "school"];

/**
 * Makes sure that a calendar does not contradict itself. An empty one is fine: it says nothing
 * about terms and bank holidays.
 *
 * Throws CALENDAR_INVALID with every fault at once, each with a JSON pointer: dates that do not
 * exist, spans that end before they begin, terms out of order or overlapping or outside the school
 * year of their id, half terms that are not inside their term, a school year given twice in one
 * layer, entries over 400 days, blank names, layers out of order or with the same id.
 */
export function checkCalendar(calendar: SchoolCalendar): void {
  const faults = calendarFaults(calendar);
  if (faults.length === 0) return;
  throw new CoreError(
    "CALENDAR_INVALID",
    summariseFaults(
      { cy: "Ni ellir defnyddio'r calendr", en: "The calendar can't be used" },
      faults,
    ),
    { faults },
  );
}

/** What is wrong with a calendar, with JSON pointers into it. Empty: nothing. */
export function calendarFaults({ layers }: SchoolCalendar): Fault[] {
  return [
    ...layerOrderFaults(layers),
    ...layers.flatMap((layer, index) => layerFaults(layer, `/layers/${index}`)),
  ];
}

/** `path` points to the layer. */
function layerFaults({ years = [], entries = [] }: CalendarLayer, path: string): Fault[] {
  return [
    ...schoolYearsFaults(years, `${path}/years`),
    ...entries.flatMap((entry, index) => entryFaults(entry, `${path}/entries/${index}`)),
  ];
}

function layerOrderFaults(layers: readonly CalendarLayer[]): Fault[] {
  return layers.flatMap(({ id, scope }, index): Fault[] => {
    const faults: Fault[] = [];
    const sameId = layers.findIndex((layer) => layer.id === id);
    if (sameId < index) {
      const message = {
        cy: `Mae'r dynodydd "${id}" yn perthyn eisoes i haen ${sameId}.`,
        en: `The id "${id}" is taken by layer ${sameId}.`,
      };
      faults.push({ path: `/layers/${index}/id`, message });
    }
    const below = layers[index - 1];
    if (below && SCOPES.indexOf(scope) < SCOPES.indexOf(below.scope)) {
      const message = {
        cy: `Daw haen o gwmpas ${scope} ar ôl un o gwmpas ${below.scope}; eu trefn yw national, authority, school.`,
        en: `A layer of scope ${scope} comes after one of scope ${below.scope}; order them national, authority, school.`,
      };
      faults.push({ path: `/layers/${index}/scope`, message });
    }
    return faults;
  });
}

function entryFaults(entry: CalendarEntry, path: string): Fault[] {
  const faults = spanFaults(entry, path);
  if (faults.length === 0) {
    const days = dayNumber(entry.last) - dayNumber(entry.first) + 1;
    if (days > ENTRY_DAYS_LIMIT) {
      const message = {
        cy: `Mae'r cofnod yn cwmpasu ${days} diwrnod; caiff cofnod gwmpasu ${ENTRY_DAYS_LIMIT}. Gwiriwch flynyddoedd ei ddyddiadau.`,
        en: `The entry covers ${days} days; an entry may cover ${ENTRY_DAYS_LIMIT}. Check the years of its dates.`,
      };
      faults.push({ path, message });
    }
  }
  return entry.name ? [...faults, ...blankNameFaults(entry.name, `${path}/name`)] : faults;
}
