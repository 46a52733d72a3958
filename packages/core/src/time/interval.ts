import { CoreError } from "../errors.ts";
import type { LocalTime } from "./local-time.ts";

/** Milliseconds since 1970-01-01T00:00:00Z, an integer. */
export type Instant = number;

/** Instants from `start` up to, but not including, `end`. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

/** Times of one local day, from `start` up to, but not including, `end` (which may be `24:00`). */
export interface LocalInterval {
  readonly start: LocalTime;
  readonly end: LocalTime;
}

/** Whether two intervals share an instant. Intervals that only touch don't; an empty one overlaps nothing. */
export function overlaps(a: Interval, b: Interval): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** Whether every instant of `inner` lies in `outer`. Both may start or end together. */
export function contains(outer: Interval, inner: Interval): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * Joins intervals that overlap or touch: the instants that lie in any of them, as the fewest intervals, sorted.
 * The input may be in any order and is not changed. Throws INTERVAL_INVALID for an empty or inverted interval.
 *
 * @example
 * ```ts
 * import { mergeIntervals } from "@neuadd/core";
 *
 * mergeIntervals([{ start: 5, end: 7 }, { start: 1, end: 3 }, { start: 3, end: 4 }]); //=> [{ start: 1, end: 4 }, { start: 5, end: 7 }]
 * ```
 */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  let current: { start: Instant; end: Instant } | undefined;
  for (const interval of sortIntervals(intervals)) {
    if (current === undefined || interval.start > current.end) {
      current = { start: interval.start, end: interval.end };
      merged.push(current);
    } else if (interval.end > current.end) {
      current.end = interval.end;
    }
  }
  return merged;
}

/**
 * The instants of `open` that lie in no interval of `busy`, merged and sorted. Both lists may be in any order
 * and may overlap themselves. Throws INTERVAL_INVALID for an empty or inverted interval in either.
 *
 * @example
 * ```ts
 * import { subtractIntervals } from "@neuadd/core";
 *
 * subtractIntervals([{ start: 0, end: 10 }], [{ start: 2, end: 3 }, { start: 8, end: 12 }]); //=> [{ start: 0, end: 2 }, { start: 3, end: 8 }]
 * ```
 */
export function subtractIntervals(
  open: readonly Interval[],
  busy: readonly Interval[],
): Interval[] {
  return subtractMerged(mergeIntervals(open), mergeIntervals(busy));
}

/** `subtractIntervals` of lists that `mergeIntervals` has made, or a part of such a list. */
export function subtractMerged(open: readonly Interval[], busy: readonly Interval[]): Interval[] {
  const free: Interval[] = [];
  let index = 0;
  for (const { start, end } of open) {
    let from = start;
    while ((busy[index]?.end ?? Infinity) <= from) index += 1;
    // The last busy interval that is looked at may reach into the next open one: it is not passed over here.
    for (let next = index; from < end; next += 1) {
      const block = busy[next];
      const blockStart = block?.start ?? Infinity;
      if (blockStart > from) free.push({ start: from, end: Math.min(blockStart, end) });
      from = block?.end ?? end;
      index = next;
      if (blockStart >= end) break;
    }
  }
  return free;
}

/**
 * The instants that lie in both lists, merged and sorted. Both may be in any order and may overlap themselves.
 * Throws INTERVAL_INVALID for an empty or inverted interval in either.
 */
export function intersectIntervals(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const left = mergeIntervals(a);
  const right = mergeIntervals(b);
  const shared: Interval[] = [];
  let index = 0;
  let other = 0;
  for (;;) {
    const one = left[index];
    const two = right[other];
    if (one === undefined || two === undefined) return shared;
    const start = Math.max(one.start, two.start);
    const end = Math.min(one.end, two.end);
    if (start < end) shared.push({ start, end });
    if (one.end <= two.end) index += 1;
    else other += 1;
  }
}

function sortIntervals(intervals: readonly Interval[]): Interval[] {
  for (const { start, end } of intervals) {
    // Written so that NaN is refused as well.
    if (!(start < end)) {
      throw new CoreError("INTERVAL_INVALID", {
        cy: `Nid oes yr un ennyd yn y cyfnod o ${start} i ${end}. Rhaid i gyfnod ddod i ben ar ôl iddo ddechrau.`,
        en: `The interval from ${start} to ${end} holds no instant. An interval must end after it starts.`,
      });
    }
  }
  return intervals.toSorted((a, b) => a.start - b.start);
}
