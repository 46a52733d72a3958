import type { SpaceId } from "../premises/space.ts";
import type { Interval } from "../time/interval.ts";

/** What holds a leaf: a confirmed booking, a request that waits and holds, or a block of the school. */
export type ClaimKind = "booking" | "request" | "block";

/**
 * One leaf, held for a time. Its end includes the turnaround of the space that was booked.
 * Two claims on one leaf never overlap.
 */
export interface Claim extends Interval {
  readonly leaf: SpaceId;
  readonly kind: ClaimKind;
  /** The series or block that holds it. */
  readonly owner: string;
}
