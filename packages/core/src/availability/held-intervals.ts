import { leavesOf, type Space, type SpaceTree } from "../premises/space-tree.ts";
import { mergeIntervals, type Interval } from "../time/interval.ts";
import type { ClaimIndex } from "./claim-index.ts";

/**
 * When no booking of a space can be under way, since one of its leaves is held: from the space's own
 * turnaround before each claim until its end. Sorted and joined; claims beyond the window are left out.
 */
export function heldIntervals(
  space: Space,
  tree: SpaceTree,
  claims: ClaimIndex,
  window: Interval,
): Interval[] {
  const turnaround = space.terms.turnaroundMinutes * 60_000;
  const reach = { start: window.start, end: window.end + turnaround };
  const held: Interval[] = [];
  for (const leaf of leavesOf(tree, space.id)) {
    for (const { start, end } of claims.overlapping(leaf, reach)) {
      held.push({ start: start - turnaround, end });
    }
  }
  return mergeIntervals(held);
}

/** Reads sorted intervals forwards: those that overlap a window, windows being asked for in order. */
export function intervalReader(
  intervals: readonly Interval[],
): (window: Interval) => readonly Interval[] {
  let position = 0;
  return ({ start, end }) => {
    while ((intervals[position]?.end ?? Infinity) <= start) position += 1;
    let next = position;
    while ((intervals[next]?.start ?? Infinity) < end) next += 1;
    return next === position ? NONE : intervals.slice(position, next);
  };
}

const NONE: readonly Interval[] = [];
