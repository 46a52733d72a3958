import { claimsOf, type ClaimKind, type SpaceTree } from "@neuadd/core";
import type { OccurrenceRecord } from "./booking-record.ts";
import type { DatedClaim } from "./write-claims.ts";

/** What dates of a booking hold: each its space's leaves, until the turnaround is over. */
export function bookingClaims(
  tree: SpaceTree,
  booking: string,
  kind: Extract<ClaimKind, "booking" | "request">,
  occurrences: readonly OccurrenceRecord[],
): DatedClaim[] {
  return occurrences.flatMap((occurrence) =>
    claimsOf(occurrence, tree, booking, kind).map((claim) => ({ ...claim, date: occurrence.date })),
  );
}
