import type { DecisionContext, WantedDate } from "./decision-context.ts";
import type { DecisionDay } from "./decision-day.ts";
import type { DenialCode } from "./denial-codes.ts";
import type { Denial } from "./denial.ts";
import { placementIfFree } from "./judge-date.ts";
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
  const day = context.day(wanted.date);
  const found: Placement[] = [];
  for (const startMinutes of startsByDistance(wanted, day, shiftMinutes)) {
    if (found.length >= most) break;
    const endMinutes = startMinutes + wanted.endMinutes - wanted.startMinutes;
    const placement = placementIfFree({ ...wanted, startMinutes, endMinutes }, day, context, own);
    if (placement !== undefined) found.push(placement);
  }
  return found;
}

const WHATEVER_THE_TIME: ReadonlySet<DenialCode> = new Set([
  "CLOSED",
  "TOO_SHORT",
  "TOO_LONG",
  "TOO_FAR_AHEAD",
  "OVER_CAPACITY",
]);

/** The nearest first, of two equally near the earlier. */
function* startsByDistance(
  { space, startMinutes, endMinutes }: WantedDate,
  day: DecisionDay,
  shiftMinutes: number,
): Generator<number> {
  const grid = space.terms.startGridMinutes;
  const length = endMinutes - startMinutes;
  if (length % grid !== 0) return;
  const open = day.openMinutes(space);
  let earlier = Math.floor(startMinutes / grid) * grid;
  let later = earlier + grid;
  for (;;) {
    const isEarlier = startMinutes - earlier <= later - startMinutes;
    const start = isEarlier ? earlier : later;
    if (Math.abs(start - startMinutes) > shiftMinutes) return;
    if (isEarlier) earlier -= grid;
    else later += grid;
    if (open.some((hours) => hours.start <= start && start + length <= hours.end)) yield start;
  }
}
