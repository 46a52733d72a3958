import type { SpaceId } from "../premises/space.ts";
import type { Interval } from "../time/interval.ts";
import type { LocalDate } from "../time/local-date.ts";
import type { LocalTime } from "../time/local-time.ts";
import type { DenialCode, ExclusionCode, SeriesCode } from "./denial-codes.ts";
import type { Denial } from "./denial.ts";

export type Verdict = "bookable" | "denied" | "excluded";

/** A space and a time of one date. */
export interface Placement extends Interval {
  readonly space: SpaceId;
  readonly startTime: LocalTime;
  readonly endTime: LocalTime;
}

/** Another space or time at which a denied date could be had. */
export interface Alternative extends Placement {
  readonly kind: "otherSpace" | "nearbyTime";
}

/** One date of a decided series. Its placement is where it is, or would be, booked. */
export interface DecidedDate extends Placement {
  readonly date: LocalDate;
  readonly verdict: Verdict;
  /** Every reason why a denied date can't be had, or why the request leaves an excluded one out. Empty if bookable. */
  readonly denials: readonly Denial<DenialCode | ExclusionCode>[];
  /** What the rules of plugins warn of. It neither denies the date nor counts in the digest. Absent if there is nothing. */
  readonly warnings?: readonly Denial[];
  /** For a denied date: where and when it could be had instead. */
  readonly alternatives?: readonly Alternative[];
  /** Set when the policy moved the date to another space or time: what was asked for, and why it can't be had. */
  readonly insteadOf?: Placement & { readonly denials: readonly Denial[] };
  /** Set when the policy `append` added the date. */
  readonly appended?: true;
}

/** What the request gets, date by date in order. Committing it books exactly its bookable dates. */
export interface SeriesDecision {
  /** True when the policy and the minimum are met: the series can be booked. */
  readonly accepted: boolean;
  /** Why it is not accepted, and what its hirer must know. */
  readonly notes: readonly Denial<SeriesCode>[];
  readonly occurrences: readonly DecidedDate[];
  readonly summary: {
    readonly bookable: number;
    readonly denied: number;
    readonly excluded: number;
  };
  /** Equal digests: the same dates, placements, verdicts and codes. Independent of language and of `now`. */
  readonly digest: string;
}
