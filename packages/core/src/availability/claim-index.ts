import type { SpaceId } from "../premises/space.ts";
import type { Interval } from "../time/interval.ts";
import type { Claim } from "./claim.ts";

/** Claims by leaf, found by time without looking at each. */
export interface ClaimIndex {
  /** The claims on a leaf that overlap the interval, by start. An empty interval overlaps nothing. */
  overlapping(leaf: SpaceId, interval: Interval): readonly Claim[];
}

/**
 * Indexes claims in one pass, whatever their order: those that overlap the window and are not of the
 * owner excepted. A leaf's claims are sorted when it is first asked for.
 */
export function indexClaims(
  claims: readonly Claim[],
  window: Interval,
  except?: string,
): ClaimIndex {
  const byLeaf = new Map<SpaceId, Claim[]>();
  for (const claim of claims) {
    if (claim.start >= window.end || claim.end <= window.start || claim.owner === except) continue;
    const claimsOfLeaf = byLeaf.get(claim.leaf);
    if (claimsOfLeaf === undefined) byLeaf.set(claim.leaf, [claim]);
    else claimsOfLeaf.push(claim);
  }
  const timelines = new Map<SpaceId, Timeline>();
  function timelineFor(leaf: SpaceId): Timeline {
    let timeline = timelines.get(leaf);
    if (timeline === undefined) {
      timeline = timelineOf(byLeaf.get(leaf) ?? []);
      timelines.set(leaf, timeline);
    }
    return timeline;
  }
  return {
    overlapping: (leaf, interval) => findOverlapping(timelineFor(leaf), interval),
  };
}

interface Timeline {
  readonly claims: readonly Claim[];
  /** The latest end among the claims up to and with each position. */
  readonly latestEnds: readonly number[];
}

function timelineOf(claims: readonly Claim[]): Timeline {
  const sorted = isInOrder(claims) ? claims : claims.toSorted(byTime);
  const latestEnds: number[] = [];
  let latest = -Infinity;
  for (const { end } of sorted) latestEnds.push((latest = Math.max(latest, end)));
  return { claims: sorted, latestEnds };
}

/** Claims that were stored in order often come in order. */
function isInOrder(claims: readonly Claim[]): boolean {
  let previous: Claim | undefined;
  for (const claim of claims) {
    if (previous !== undefined && byTime(previous, claim) > 0) return false;
    previous = claim;
  }
  return true;
}

function byTime(one: Claim, other: Claim): number {
  return one.start - other.start || one.end - other.end;
}

const NONE: readonly Claim[] = [];

/** Claims on one leaf should never overlap each other; should they do so all the same, all are found. */
function findOverlapping(
  { claims, latestEnds }: Timeline,
  { start, end }: Interval,
): readonly Claim[] {
  let position = firstStartingFrom(end, claims) - 1;
  if (start >= end || (latestEnds[position] ?? -Infinity) <= start) return NONE;
  const found: Claim[] = [];
  while ((latestEnds[position] ?? -Infinity) > start) {
    const claim = claims[position];
    if (claim !== undefined && claim.end > start) found.push(claim);
    position -= 1;
  }
  return found.reverse();
}

function firstStartingFrom(instant: number, claims: readonly Claim[]): number {
  let low = 0;
  let high = claims.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((claims[middle]?.start ?? Infinity) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
