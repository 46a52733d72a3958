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

/** One date of a block. */
export interface BlockedDate extends Placement {
  readonly date: LocalDate;
}

/** A block as it stands. */
export interface BlockFacts {
  readonly id: string;
  readonly space: SpaceId;
  readonly kind: BlockKind;
  readonly reason?: Bilingual;
  readonly dates: readonly BlockedDate[];
  readonly createdAt: Instant;
  /** Who made it: `key:<id>`, `system` or `plugin:<id>`. */
  readonly createdBy: string;
  /** Set once it was removed: its time is free again. */
  readonly removedAt?: Instant;
  readonly revision: number;
}
