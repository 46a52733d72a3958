import { CoreError, type Fault } from "../errors.ts";
import type { Bilingual } from "../language/bilingual.ts";
import { capacityOf, spaceOf, type Space, type SpaceTree } from "../premises/space-tree.ts";
import { dayNumber, type LocalDate } from "../time/local-date.ts";
import { minutesOfDay } from "../time/local-time.ts";
import {
  MAXIMUM_ATTENDANCE,
  MAXIMUM_SERIES_DATES,
  MAXIMUM_SHIFT_MINUTES,
} from "./series-limits.ts";
import type { OnClash, RequestedRecurrence, SeriesRequest } from "./series-request.ts";

/** What every date of a request asks for: a space, and minutes after midnight. */
export interface AskedPlacement {
  readonly space: Space;
  readonly startMinutes: number;
  readonly endMinutes: number;
}

/**
 * Refuses a request that contradicts itself or the tree, with all that is wrong with it. Its rule is
 * checked where its dates are worked out.
 */
export function checkRequest(request: SeriesRequest, tree: SpaceTree): AskedPlacement {
  const space = spaceOf(tree, request.space);
  capacityOf(space, request.layout);
  dayNumber(request.first);
  const startMinutes = minutesOfDay(request.startTime);
  const endMinutes = minutesOfDay(request.endTime);
  for (const id of request.onClash?.spaces ?? []) spaceOf(tree, id);

  const faults = [
    ...bookableFaults(space, "/space"),
    ...timeFaults(request, startMinutes, endMinutes),
    ...numberFaults(request.attendance, "/attendance", MAXIMUM_ATTENDANCE),
    ...recurrenceFaults(request.first, request.recurrence, "/recurrence"),
    ...onClashFaults(request.onClash, tree),
  ];
  throwFaults(faults, REQUEST_CONTRADICTS);
  return { space, startMinutes, endMinutes };
}

/** Throws REQUEST_INVALID with all the faults, or nothing if there are none. */
export function throwFaults(faults: readonly Fault[], what: Bilingual): void {
  const [first] = faults;
  if (first === undefined) return;
  const more = faults.length - 1;
  const sentence = {
    cy: `${what.cy}: ${first.path}: ${first.message.cy}${more > 0 ? ` (a ${more} arall)` : ""}`,
    en: `${what.en}: ${first.path}: ${first.message.en}${more > 0 ? ` (and ${more} more)` : ""}`,
  };
  throw new CoreError("REQUEST_INVALID", sentence, { faults });
}

/** How the fault of a change begins. */
export const CHANGE_CONTRADICTS: Bilingual = {
  cy: "Mae'r newid yn ei wrth-ddweud ei hun",
  en: "The change contradicts itself",
};

const REQUEST_CONTRADICTS: Bilingual = {
  cy: "Mae'r cais yn ei wrth-ddweud ei hun",
  en: "The request contradicts itself",
};

/** A fault if a space is only there to give structure. */
export function bookableFaults(space: Space, path: string): Fault[] {
  if (space.bookable) return [];
  return [
    {
      path,
      message: {
        cy: `Ni ellir archebu'r lle "${space.id}" ei hun; dewiswch un o'i fewn.`,
        en: `The space "${space.id}" can't be booked itself; choose one within it.`,
      },
    },
  ];
}

/** A fault unless the number is absent or a whole one from 1 to the most allowed. */
export function numberFaults(value: number | undefined, path: string, most: number): Fault[] {
  if (value === undefined || (Number.isInteger(value) && value >= 1 && value <= most)) return [];
  return [
    {
      path,
      message: {
        cy: `Mae ${value} y tu allan i'r terfynau; rhowch rif cyfan o 1 i ${most}.`,
        en: `${value} is out of range; give a whole number from 1 to ${most}.`,
      },
    },
  ];
}

/** What is wrong with a recurrence from `first` on, apart from its rule. */
export function recurrenceFaults(
  first: LocalDate,
  recurrence: RequestedRecurrence | undefined,
  path: string,
): Fault[] {
  if (recurrence === undefined) return [];
  const { until, count, exceptDates = [], extraDates = [] } = recurrence;
  const dates = [...(until === undefined ? [] : [until]), ...exceptDates, ...extraDates];
  for (const date of dates) dayNumber(date);
  const faults: Fault[] = [
    ...numberFaults(count, `${path}/count`, MAXIMUM_SERIES_DATES),
    ...listFaults(exceptDates, `${path}/exceptDates`),
    ...listFaults(extraDates, `${path}/extraDates`),
  ];
  if (until !== undefined && until < first) {
    faults.push({
      path: `${path}/until`,
      message: {
        cy: `Mae ${until} cyn y dyddiad cyntaf, ${first}.`,
        en: `${until} lies before the first date, ${first}.`,
      },
    });
  }
  for (const [index, date] of extraDates.entries()) {
    if (date < first) {
      faults.push({
        path: `${path}/extraDates/${index}`,
        message: {
          cy: `Mae ${date} cyn y dyddiad cyntaf, ${first}.`,
          en: `${date} lies before the first date, ${first}.`,
        },
      });
    }
    if (exceptDates.includes(date)) {
      faults.push({
        path: `${path}/extraDates/${index}`,
        message: {
          cy: `Mae ${date} yn ddyddiad ychwanegol ac yn eithriad.`,
          en: `${date} is both an extra date and an exception.`,
        },
      });
    }
  }
  return faults;
}

function timeFaults(
  { startTime, endTime }: SeriesRequest,
  startMinutes: number,
  endMinutes: number,
): Fault[] {
  if (endMinutes > startMinutes) return [];
  return [
    {
      path: "/endTime",
      message: {
        cy: `Rhaid i'r diwedd, ${endTime}, fod yn hwyrach na'r dechrau, ${startTime}. Mae archeb o fewn un diwrnod.`,
        en: `The end, ${endTime}, must be later than the start, ${startTime}. A booking lies within one day.`,
      },
    },
  ];
}

function listFaults(dates: readonly LocalDate[], path: string): Fault[] {
  if (dates.length > MAXIMUM_SERIES_DATES) {
    return [
      {
        path,
        message: {
          cy: `Nifer y dyddiadau yw ${dates.length}; rhowch ${MAXIMUM_SERIES_DATES} ar y mwyaf.`,
          en: `${dates.length} dates; give at most ${MAXIMUM_SERIES_DATES}.`,
        },
      },
    ];
  }
  const seen = new Set<LocalDate>();
  const faults: Fault[] = [];
  for (const [index, date] of dates.entries()) {
    if (seen.has(date))
      faults.push({
        path: `${path}/${index}`,
        message: { cy: `Mae ${date} yno ddwywaith.`, en: `${date} is there twice.` },
      });
    seen.add(date);
  }
  return faults;
}

function onClashFaults(onClash: OnClash | undefined, tree: SpaceTree): Fault[] {
  if (onClash === undefined) return [];
  return [
    ...numberFaults(
      onClash.minimumOccurrences,
      "/onClash/minimumOccurrences",
      MAXIMUM_SERIES_DATES,
    ),
    ...numberFaults(onClash.shiftMinutes, "/onClash/shiftMinutes", MAXIMUM_SHIFT_MINUTES),
    ...(onClash.spaces ?? []).flatMap((id, index) =>
      bookableFaults(spaceOf(tree, id), `/onClash/spaces/${index}`),
    ),
  ];
}
