import type { Bilingual, LocalDate, Placement } from "@neuadd/core";
import type { BlockedDate, BlockFacts, BlockKind } from "@neuadd/plugin-kit";

export { BLOCK_KINDS } from "@neuadd/plugin-kit";
export type { BlockedDate, BlockKind, BlockRequest } from "@neuadd/plugin-kit";

/** A live occurrence in the way of a block. */
export interface DisplacedOccurrence extends Placement {
  readonly booking: string;
  readonly hirer: string;
  readonly title: string;
  readonly date: LocalDate;
  readonly status: "requested" | "confirmed";
}

/** A day of a block in the way of another one. */
export interface BlockInTheWay extends BlockedDate {
  readonly block: string;
  readonly kind: BlockKind;
  readonly reason?: Bilingual;
}

/** What a block would do: nothing is written. */
export interface BlockPreview {
  readonly dates: readonly BlockedDate[];
  readonly displaces: readonly DisplacedOccurrence[];
  /** Ids of blocks in the way: these can't be displaced. */
  readonly overlaps: readonly string[];
  /** What they are called, and when they are: each of their days in the way, in order of time. */
  readonly blocksInTheWay: readonly BlockInTheWay[];
}

/** A block as it is stored, with what it displaced when it was made. */
export interface BlockRecord extends BlockFacts {
  readonly displaced: readonly DisplacedOccurrence[];
}
