import type { SpaceId } from "../premises/space.ts";
import type { Interval } from "../time/interval.ts";
import type { LocalDate } from "../time/local-date.ts";

/** What a series holds itself while it is being decided, so that it does not run into itself. */
export interface OwnClaims {
  /** Holds leaves for a date. */
  add(date: LocalDate, leaves: readonly SpaceId[], interval: Interval): void;
  /** The date whose hold on one of the leaves overlaps the interval; undefined if there is none. */
  clashingDate(leaves: readonly SpaceId[], interval: Interval): LocalDate | undefined;
}

interface Hold extends Interval {
  readonly date: LocalDate;
}

/** No holds yet. */
export function ownClaims(): OwnClaims {
  const holdsByLeaf = new Map<SpaceId, Hold[]>();
  return {
    add(date, leaves, { start, end }) {
      for (const leaf of leaves) {
        const holds = holdsByLeaf.get(leaf);
        if (holds === undefined) holdsByLeaf.set(leaf, [{ date, start, end }]);
        else holds.splice(firstStartingFrom(start, holds), 0, { date, start, end });
      }
    },
    clashingDate(leaves, { start, end }) {
      for (const leaf of leaves) {
        const holds = holdsByLeaf.get(leaf) ?? [];
        // Holds on a leaf never overlap each other: only the last that starts before the end can reach in.
        const hold = holds[firstStartingFrom(end, holds) - 1];
        if (hold !== undefined && hold.end > start) return hold.date;
      }
      return undefined;
    },
  };
}

function firstStartingFrom(instant: number, holds: readonly Hold[]): number {
  let low = 0;
  let high = holds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((holds[middle]?.start ?? Infinity) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
