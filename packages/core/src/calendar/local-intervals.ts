import type { LocalInterval } from "../time/interval.ts";

// Local times are zero-padded, so that they sort as text: no conversion to minutes is needed here.

/** The union of intervals of one day, in any order: sorted, overlapping and touching ones joined. */
export function joinLocalIntervals(intervals: readonly LocalInterval[]): LocalInterval[] {
  const joined: LocalInterval[] = [];
  for (const { start, end } of intervals.toSorted(compareStarts)) {
    const previous = joined.at(-1);
    if (previous === undefined || start > previous.end) joined.push({ start, end });
    else if (end > previous.end) joined[joined.length - 1] = { start: previous.start, end };
  }
  return joined;
}

/** What lies in both of two unions, each sorted and without overlaps. Touching ends meet in nothing. */
export function meetLocalIntervals(
  one: readonly LocalInterval[],
  other: readonly LocalInterval[],
): LocalInterval[] {
  return one.flatMap((a) =>
    other
      .map((b) => ({
        start: a.start > b.start ? a.start : b.start,
        end: a.end < b.end ? a.end : b.end,
      }))
      .filter(({ start, end }) => start < end),
  );
}

function compareStarts(one: LocalInterval, other: LocalInterval): number {
  if (one.start === other.start) return 0;
  return one.start < other.start ? -1 : 1;
}
