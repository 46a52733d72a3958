import type { DecisionContext, WantedDate } from "./decision-context.ts";
import type { DecisionDay } from "./decision-day.ts";
import type { DenialCode } from "./denial-codes.ts";
import type { Denial } from "./denial.ts";
import { placementIfFree } from "./judge-date.ts";
import type { OwnClaims } from "./own-claims.ts";
import type { Placement } from "./series-decision.ts";

/**
 * Times on the same date, in the same space and of the same length, at which a denied date could be
 * had: starts on the space's grid no further away than `shiftMinutes`, the nearest first, of two equally
 * near the earlier. None if one of the denials would stay whatever the time. Each is looked for when it
 * is asked for.
 */
export function* nearbyTimes(
  wanted: WantedDate,
  denials: readonly Denial[],
  context: DecisionContext,
  own: OwnClaims,
  shiftMinutes: number,
): Generator<Placement> {
  if (denials.some(({ code }) => WHATEVER_THE_TIME.has(code))) return;
  const day = context.day(wanted.date);
  for (const startMinutes of startsByDistance(wanted, day, shiftMinutes)) {
    const endMinutes = startMinutes + wanted.endMinutes - wanted.startMinutes;
    const placement = placementIfFree({ ...wanted, startMinutes, endMinutes }, day, context, own);
    if (placement !== undefined) yield placement;
  }
}

const WHATEVER_THE_TIME: ReadonlySet<DenialCode> = new Set([
  "CLOSED",
  "TOO_SHORT",
  "TOO_LONG",
  "TOO_FAR_AHEAD",
  "OVER_CAPACITY",
]);

/** The nearest first, of two equally near the earlier. */
function startsByDistance(
  { space, startMinutes, endMinutes }: WantedDate,
  day: DecisionDay,
  shiftMinutes: number,
): number[] {
  const grid = space.terms.startGridMinutes;
  const length = endMinutes - startMinutes;
  const starts: number[] = [];
  if (length % grid !== 0) return starts;
  const open = day.openMinutes(space);
  let earlier = Math.floor(startMinutes / grid) * grid;
  let later = earlier + grid;
  for (;;) {
    const isEarlier = startMinutes - earlier <= later - startMinutes;
    const start = isEarlier ? earlier : later;
    if (Math.abs(start - startMinutes) > shiftMinutes) return starts;
    if (isEarlier) earlier -= grid;
    else later += grid;
    const isOpen = open.some((hours) => hours.start <= start && start + length <= hours.end);
    if (isOpen) starts.push(start);
  }
}
