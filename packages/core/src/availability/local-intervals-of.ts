import type { Instant, Interval, LocalInterval } from "../time/interval.ts";
import { localTime } from "../time/local-time.ts";
import { canStartAt, instantAt, isPlain, type LocalDay } from "./local-day.ts";

/**
 * Free intervals of one local day as its clocks show them, in whole minutes, such that every booking
 * within one of them lies within the free interval.
 *
 * On a day when clocks go forward an interval is split at the gap: a booking may span it, but can't
 * start or end in it. On a day when they go back, a time that comes twice stands for the first of the
 * two, so that what is free during the second alone can't be told, and is left out.
 */
export function localIntervalsOf(free: readonly Interval[], day: LocalDay): LocalInterval[] {
  const ranges = isPlain(day)
    ? free.map((interval) => plainRange(interval, day.start))
    : free.flatMap((interval) => searchedRanges(interval, day));
  const intervals: LocalInterval[] = [];
  for (const { start, end } of ranges) {
    if (start < end) intervals.push({ start: localTime(start), end: localTime(end) });
  }
  return intervals;
}

/** Minutes after midnight on the clock. */
interface MinuteRange {
  readonly start: number;
  readonly end: number;
}

const MINUTE = 60_000;
const MINUTES_A_DAY = 1440;

function plainRange({ start, end }: Interval, dayStart: Instant): MinuteRange {
  return {
    start: Math.ceil((start - dayStart) / MINUTE),
    end: Math.floor((end - dayStart) / MINUTE),
  };
}

/** Looks at each minute of the clock: two days of a year need it. */
function searchedRanges({ start, end }: Interval, day: LocalDay): MinuteRange[] {
  const ranges: MinuteRange[] = [];
  let rangeStart: number | undefined;
  let rangeEnd = 0;
  for (let minutes = 0; minutes <= MINUTES_A_DAY; minutes += 1) {
    const instant = instantAt(day, minutes);
    const canStart = minutes < MINUTES_A_DAY && canStartAt(day, minutes);
    const isWithin = start <= instant && instant <= end;
    // What has a minute before it can end here, even where clocks jump.
    if (rangeStart !== undefined && isWithin) rangeEnd = minutes;
    if (rangeStart !== undefined && !(isWithin && canStart)) {
      ranges.push({ start: rangeStart, end: rangeEnd });
      rangeStart = undefined;
    }
    if (rangeStart === undefined && isWithin && canStart) rangeStart = rangeEnd = minutes;
  }
  return ranges;
}
