import { instantAt } from "../availability/local-day.ts";
import { leavesOf } from "../premises/space-tree.ts";
import { claimedInterval } from "./claims-of.ts";
import type { DecisionContext, WantedDate } from "./decision-context.ts";
import type { DenialCode } from "./denial-codes.ts";
import type { Denial } from "./denial.ts";
import { judgeDate } from "./judge-date.ts";
import type { OwnClaims } from "./own-claims.ts";
import type { Placement } from "./series-decision.ts";

/** How far to look, and how many to find. */
export interface NearbyTimesOptions {
  readonly shiftMinutes: number;
  readonly most: number;
}

/**
 * Times on the same date, in the same space and of the same length, at which a denied date could be
 * had: starts on the space's grid, the nearest first, of two equally near the earlier. Empty if one
 * of the denials would stay whatever the time.
 */
export function nearbyTimes(
  wanted: WantedDate,
  denials: readonly Denial[],
  context: DecisionContext,
  own: OwnClaims,
  { shiftMinutes, most }: NearbyTimesOptions,
): Placement[] {
  if (denials.some(({ code }) => WHATEVER_THE_TIME.has(code))) return [];
  const isTaken = takenTimes(wanted, context);
  const found: Placement[] = [];
  for (const startMinutes of startsByDistance(wanted, context, shiftMinutes)) {
    if (found.length >= most) break;
    const endMinutes = startMinutes + wanted.endMinutes - wanted.startMinutes;
    if (isTaken(startMinutes, endMinutes)) continue;
    const judged = judgeDate({ ...wanted, startMinutes, endMinutes }, context, own);
    if (judged.denials.length === 0) found.push(judged.placement);
  }
  return found;
}

/** Whether others hold the space: the claims of the day are found once, and not for each time tried. */
function takenTimes(
  { date, space }: WantedDate,
  context: DecisionContext,
): (startMinutes: number, endMinutes: number) => boolean {
  const { claims, facts } = context;
  const day = context.localDay(date);
  const reach = claimedInterval(day, space);
  const held = leavesOf(facts.tree, space.id).flatMap((leaf) => claims.overlapping(leaf, reach));
  return (startMinutes, endMinutes) => {
    const start = instantAt(day, startMinutes);
    const { end } = claimedInterval({ start, end: instantAt(day, endMinutes) }, space);
    return held.some((claim) => claim.start < end && start < claim.end);
  };
}

const WHATEVER_THE_TIME: ReadonlySet<DenialCode> = new Set([
  "CLOSED",
  "TOO_SHORT",
  "TOO_LONG",
  "TOO_FAR_AHEAD",
  "OVER_CAPACITY",
]);

function startsByDistance(
  { date, space, startMinutes, endMinutes }: WantedDate,
  context: DecisionContext,
  shiftMinutes: number,
): number[] {
  const grid = space.terms.startGridMinutes;
  const length = endMinutes - startMinutes;
  if (length % grid !== 0) return [];
  const starts: number[] = [];
  for (const open of context.openMinutes(space, date)) {
    const earliest = Math.max(open.start, startMinutes - shiftMinutes);
    const latest = Math.min(open.end - length, startMinutes + shiftMinutes);
    for (let start = Math.ceil(earliest / grid) * grid; start <= latest; start += grid) {
      starts.push(start);
    }
  }
  return starts.sort((a, b) => Math.abs(a - startMinutes) - Math.abs(b - startMinutes) || a - b);
}
