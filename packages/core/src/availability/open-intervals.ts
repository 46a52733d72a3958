import type { Interval, LocalInterval } from "../time/interval.ts";
import { minutesOfDay } from "../time/local-time.ts";
import { canEndAt, canStartAt, instantAt, isPlain, type LocalDay } from "./local-day.ts";

/**
 * The instants of open hours on a local day. Where clocks jump over a boundary, it is the nearest
 * time within the hours that clocks show: what starts in the gap starts after it, what ends in the
 * gap ends before it. Hours that lie in the gap altogether are left out.
 */
export function openIntervals(day: LocalDay, open: readonly LocalInterval[]): Interval[] {
  const intervals: Interval[] = [];
  for (const hours of open) {
    let startMinutes = minutesOfDay(hours.start);
    let endMinutes = minutesOfDay(hours.end);
    if (!isPlain(day)) {
      while (startMinutes < endMinutes && !canStartAt(day, startMinutes)) startMinutes += 1;
      while (startMinutes < endMinutes && !canEndAt(day, endMinutes)) endMinutes -= 1;
    }
    const interval = { start: instantAt(day, startMinutes), end: instantAt(day, endMinutes) };
    if (interval.start < interval.end) intervals.push(interval);
  }
  return intervals;
}
