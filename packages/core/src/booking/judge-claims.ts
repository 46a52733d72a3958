import type { Claim, ClaimKind } from "../availability/claim.ts";
import { leavesOf } from "../premises/space-tree.ts";
import { overlaps, type Instant } from "../time/interval.ts";
import { addDays } from "../time/local-date.ts";
import type { ZoneId } from "../time/zone-name.ts";
import { toLocal } from "../time/zone.ts";
import { claimedInterval } from "./claims-of.ts";
import type { WantedDate } from "./decision-context.ts";
import type { DecisionDay } from "./decision-day.ts";
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
  day: DecisionDay,
  own: OwnClaims,
): Denial[] {
  const claimed = claimedInterval(placement, space);
  const earliest = new Map<ClaimKind, Claim>();
  for (const claim of day.claimsOn(space)) {
    if (!overlaps(claim, claimed)) continue;
    const known = earliest.get(claim.kind);
    if (known === undefined || claim.start < known.start) earliest.set(claim.kind, claim);
  }
  const denials: Denial[] = [];
  for (const { kind, code } of CODES) {
    const claim = earliest.get(kind);
    if (claim === undefined) continue;
    const { turnaroundMinutes } = space.terms;
    const held = heldTime(claim, day.facts.zone);
    const isOnlyTurnaround = claim.start >= placement.end;
    denials.push(denial(code, isOnlyTurnaround ? { ...held, turnaroundMinutes } : held));
  }
  const otherDate = own.clashingDate(leavesOf(day.facts.tree, space.id), claimed);
  if (otherDate !== undefined) denials.push(denial("OVERLAPS_ITSELF", { date, otherDate }));
  return denials;
}

/** Whether anything is in the way of a wanted date: `claimDenials` in brief, for trying many times and spaces. */
export function isHeld(
  { space }: WantedDate,
  placement: Placement,
  day: DecisionDay,
  own: OwnClaims,
): boolean {
  const claimed = claimedInterval(placement, space);
  return (
    day.claimsOn(space).some((claim) => overlaps(claim, claimed)) ||
    own.clashingDate(leavesOf(day.facts.tree, space.id), claimed) !== undefined
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
