import type {
  Bilingual,
  Instant,
  LocalDate,
  LocalTime,
  Placement,
  RequestedRecurrence,
  SpaceId,
} from "@neuadd/core";

export const BLOCK_KINDS = [
  "schoolUse",
  "examination",
  "maintenance",
  "pollingStation",
  "recall",
  "closure",
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** Time that the school takes for itself. Without `recurrence`, `last` repeats it daily from `first`. */
export interface BlockRequest {
  readonly space: SpaceId;
  readonly kind: BlockKind;
  readonly reason?: Bilingual;
  readonly first: LocalDate;
  /** Inclusive. Not together with `recurrence`. */
  readonly last?: LocalDate;
  /** Default `00:00` and `24:00`: whole days. */
  readonly startTime?: LocalTime;
  readonly endTime?: LocalTime;
  readonly recurrence?: RequestedRecurrence;
}

export interface BlockedDate extends Placement {
  readonly date: LocalDate;
}

/** A live occurrence in the way of a block. */
export interface DisplacedOccurrence extends Placement {
  readonly booking: string;
  readonly hirer: string;
  readonly title: string;
  readonly date: LocalDate;
  readonly status: "requested" | "confirmed";
}

/** What a block would do: nothing is written. */
export interface BlockPreview {
  readonly dates: readonly BlockedDate[];
  readonly displaces: readonly DisplacedOccurrence[];
  /** Ids of blocks in the way: these can't be displaced. */
  readonly overlaps: readonly string[];
}

export interface BlockRecord {
  readonly id: string;
  readonly space: SpaceId;
  readonly kind: BlockKind;
  readonly reason?: Bilingual;
  readonly dates: readonly BlockedDate[];
  /** What it displaced when it was made. */
  readonly displaced: readonly DisplacedOccurrence[];
  readonly createdAt: Instant;
  readonly removedAt?: Instant;
  readonly revision: number;
}
