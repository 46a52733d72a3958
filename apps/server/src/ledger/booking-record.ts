import type {
  Denial,
  DenialCode,
  ExclusionCode,
  Instant,
  Occurrence,
  Purpose,
  SeriesRequest,
  SeriesStatus,
} from "@neuadd/core";

/** What is asked for: a series, by whom, and what for. */
export interface BookingRequest extends SeriesRequest {
  readonly hirer: string;
  readonly title: string;
  readonly activity: string;
  readonly purpose?: Purpose;
  /** Whether the hirer agrees to have the title shown to anyone, in what is on at the school. Absent: not. */
  readonly publicTitle?: boolean;
  /** The digest of the decision that the caller was shown: a different one is answered with it, and nothing is written. */
  readonly expectedDigest?: string;
}

export interface OccurrenceRecord extends Occurrence {
  readonly denials: readonly Denial<DenialCode | ExclusionCode | OccurrenceReasonCode>[];
  /** What the rules of plugins warned of when it was last decided. Absent if there was nothing. */
  readonly warnings?: readonly Denial[];
}

/** Why an occurrence that was to be is not: said beside core's denials. */
export type OccurrenceReasonCode =
  | "CANCELLED_BY_HIRER"
  | "CANCELLED_BY_SCHOOL"
  | "DECLINED"
  | "WITHDRAWN"
  | "EXPIRED"
  | "DISPLACED"
  | "AMENDED";

/** A booking as it stands: one series, with every date that was asked for. */
export interface BookingRecord {
  readonly id: string;
  readonly school: string;
  readonly hirer: string;
  readonly status: SeriesStatus;
  readonly title: string;
  readonly request: BookingRequest;
  readonly occurrences: readonly OccurrenceRecord[];
  readonly requestedAt: Instant;
  /** Text of the person who declined or cancelled it. */
  readonly reason?: string;
  /** The school's revision at its last change. */
  readonly revision: number;
}
