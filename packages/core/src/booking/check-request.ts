import { CoreError, type Fault } from "../errors.ts";
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
  throwFaults(faults, "The request contradicts itself");
  return { space, startMinutes, endMinutes };
}

/** Throws REQUEST_INVALID with all the faults, or nothing if there are none. */
export function throwFaults(faults: readonly Fault[], what: string): void {
  const [first] = faults;
  if (first === undefined) return;
  const others = faults.length > 1 ? ` (and ${faults.length - 1} more)` : "";
  throw new CoreError("REQUEST_INVALID", `${what}: ${first.path}: ${first.message}${others}`, {
    faults,
  });
}

/** A fault if a space is only there to give structure. */
export function bookableFaults(space: Space, path: string): Fault[] {
  if (space.bookable) return [];
  return [
    { path, message: `The space "${space.id}" can't be booked itself; choose one within it.` },
  ];
}

/** A fault unless the number is absent or a whole one from 1 to the most allowed. */
export function numberFaults(value: number | undefined, path: string, most: number): Fault[] {
  if (value === undefined || (Number.isInteger(value) && value >= 1 && value <= most)) return [];
  return [{ path, message: `${value} is out of range; give a whole number from 1 to ${most}.` }];
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
      message: `${until} lies before the first date, ${first}.`,
    });
  }
  for (const [index, date] of extraDates.entries()) {
    if (date < first) {
      faults.push({
        path: `${path}/extraDates/${index}`,
        message: `${date} lies before the first date, ${first}.`,
      });
    }
    if (exceptDates.includes(date)) {
      faults.push({
        path: `${path}/extraDates/${index}`,
        message: `${date} is both an extra date and an exception.`,
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
      message: `The end, ${endTime}, must be later than the start, ${startTime}. A booking lies within one day.`,
    },
  ];
}

function listFaults(dates: readonly LocalDate[], path: string): Fault[] {
  if (dates.length > MAXIMUM_SERIES_DATES) {
    return [{ path, message: `${dates.length} dates; give at most ${MAXIMUM_SERIES_DATES}.` }];
  }
  const seen = new Set<LocalDate>();
  const faults: Fault[] = [];
  for (const [index, date] of dates.entries()) {
    if (seen.has(date))
      faults.push({ path: `${path}/${index}`, message: `${date} is there twice.` });
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
