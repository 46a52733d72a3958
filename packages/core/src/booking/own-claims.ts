import type { SpaceId } from "../premises/space.ts";
import { overlaps, type Instant, type Interval } from "../time/interval.ts";
import type { LocalDate } from "../time/local-date.ts";

/** What a series holds itself while it is being decided, so that it does not run into itself. */
export interface OwnClaims {
  /** Holds leaves for a date. */
  add(date: LocalDate, leaves: readonly SpaceId[], interval: Interval): void;
  /**
   * The date whose hold on one of the leaves overlaps the interval: the latest on the first leaf that has any. Undefined if
   * there is none.
   */
  clashingDate(leaves: readonly SpaceId[], interval: Interval): LocalDate | undefined;
}

interface Hold extends Interval {
  readonly date: LocalDate;
  readonly leaves: readonly SpaceId[];
}

/** No holds yet. */
export function ownClaims(): OwnClaims {
  const holds: Hold[] = [];
  let longest = 0;
  return {
    add(date, leaves, { start, end }) {
      holds.splice(firstStartingFrom(start, holds), 0, { date, leaves, start, end });
      longest = Math.max(longest, end - start);
    },
    clashingDate(leaves, interval) {
      // What starts earlier than the longest hold lasts does not reach in.
      const near = holds
        .slice(
          firstStartingFrom(interval.start - longest, holds),
          firstStartingFrom(interval.end, holds),
        )
        .filter((hold) => overlaps(hold, interval));
      if (near.length === 0) return undefined;
      for (const leaf of leaves) {
        const hold = near.findLast((held) => held.leaves.includes(leaf));
        if (hold !== undefined) return hold.date;
      }
      return undefined;
    },
  };
}

function firstStartingFrom(instant: Instant, holds: readonly Hold[]): number {
  let low = 0;
  let high = holds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((holds[middle]?.start ?? Infinity) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
