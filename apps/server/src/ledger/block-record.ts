import type { LocalDate, Placement } from "@neuadd/core";
import type { BlockedDate, BlockFacts } from "@neuadd/plugin-kit";

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

/** What a block would do: nothing is written. */
export interface BlockPreview {
  readonly dates: readonly BlockedDate[];
  readonly displaces: readonly DisplacedOccurrence[];
  /** Ids of blocks in the way: these can't be displaced. */
  readonly overlaps: readonly string[];
}

/** A block as it is stored, with what it displaced when it was made. */
export interface BlockRecord extends BlockFacts {
  readonly displaced: readonly DisplacedOccurrence[];
}
