import type { Claim, ClaimKind } from "../availability/claim.ts";
import { leavesOf } from "../premises/space-tree.ts";
import type { Instant } from "../time/interval.ts";
import { addDays } from "../time/local-date.ts";
import type { ZoneId } from "../time/zone-name.ts";
import { toLocal } from "../time/zone.ts";
import { claimedInterval } from "./claims-of.ts";
import type { FactsContext, WantedDate } from "./decision-context.ts";
import { denial, type Denial } from "./denial.ts";
import type { HeldTime } from "./denial-details.ts";
import type { OwnClaims } from "./own-claims.ts";
import type { Placement } from "./series-decision.ts";

/**
 * What others, and the series itself, already hold on a leaf of the space at the time that a wanted
 * date would claim. Of several claims of one kind the earliest speaks for all.
 */
export function claimDenials(
  { date, space }: WantedDate,
  placement: Placement,
  { claims, facts }: FactsContext,
  own: OwnClaims,
): Denial[] {
  const leaves = leavesOf(facts.tree, space.id);
  const claimed = claimedInterval(placement, space);
  const earliest = new Map<ClaimKind, Claim>();
  for (const leaf of leaves) {
    for (const claim of claims.overlapping(leaf, claimed)) {
      const known = earliest.get(claim.kind);
      if (known === undefined || claim.start < known.start) earliest.set(claim.kind, claim);
    }
  }
  const denials: Denial[] = [];
  for (const { kind, code } of CODES) {
    const claim = earliest.get(kind);
    if (claim === undefined) continue;
    const { turnaroundMinutes } = space.terms;
    const held = heldTime(claim, facts.zone);
    const isOnlyTurnaround = claim.start >= placement.end;
    denials.push(denial(code, isOnlyTurnaround ? { ...held, turnaroundMinutes } : held));
  }
  const otherDate = own.clashingDate(leaves, claimed);
  if (otherDate !== undefined) denials.push(denial("OVERLAPS_ITSELF", { date, otherDate }));
  return denials;
}

/** Whether anything is in the way of a wanted date: `claimDenials` in brief, for trying many times and spaces. */
export function isHeld(
  { space }: WantedDate,
  placement: Placement,
  { claims, facts }: FactsContext,
  own: OwnClaims,
): boolean {
  const leaves = leavesOf(facts.tree, space.id);
  const claimed = claimedInterval(placement, space);
  return (
    leaves.some((leaf) => claims.isHeld(leaf, claimed)) ||
    own.clashingDate(leaves, claimed) !== undefined
  );
}

const CODES = [
  { kind: "block", code: "BLOCKED" },
  { kind: "booking", code: "OVERLAPS_BOOKING" },
  { kind: "request", code: "OVERLAPS_REQUEST" },
] as const satisfies readonly { readonly kind: ClaimKind; readonly code: string }[];

function heldTime({ start, end, leaf }: Claim, zone: ZoneId): HeldTime {
  return { start, end, leaf, from: toLocal(start, zone), to: localEnd(end, zone) };
}

/** An end at midnight is the end of a day, not the start of the next. */
function localEnd(end: Instant, zone: ZoneId): HeldTime["to"] {
  const { date, time } = toLocal(end, zone);
  return time === "00:00" ? { date: addDays(date, -1), time: "24:00" } : { date, time };
}
