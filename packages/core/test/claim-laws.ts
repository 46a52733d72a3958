import type { Claim } from "../src/availability/claim.ts";
import { claimsOf } from "../src/booking/claims-of.ts";
import type { SeriesDecision } from "../src/booking/series-decision.ts";
import { overlaps } from "../src/time/interval.ts";
import { tree } from "./hall-school.ts";

/** The claims that committing a decision writes. */
export function committed({ occurrences }: SeriesDecision, owner = "new-series"): Claim[] {
  return occurrences
    .filter(({ verdict }) => verdict === "bookable")
    .flatMap((decided) => claimsOf(decided, tree, owner, "booking"));
}

/** Whether any two claims on a leaf overlap: what must never be. */
export function overlapsWithin(claims: readonly Claim[], leaf: string): boolean {
  const onLeaf = claims
    .filter((claim) => claim.leaf === leaf)
    .sort((one, other) => one.start - other.start);
  return onLeaf.some((claim, index) => {
    const next = onLeaf[index + 1];
    return next !== undefined && overlaps(claim, next);
  });
}
