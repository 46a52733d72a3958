import type { Instant, Interval } from "@neuadd/core";

/** One date as a calendar shows it. */
export interface FeedEvent extends Interval {
  /** The same for ever: what a calendar knows the date by. Without the part after the @. */
  readonly id: string;
  /** Only grows. */
  readonly sequence: number;
  /** DTSTAMP. */
  readonly stamp: Instant;
  readonly status: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  readonly categories?: readonly string[];
}
