import type { BlockFacts, BlockRequest } from "./block-facts.ts";

/**
 * What a plugin may do to a school's ledger, which names it as `plugin:<id>`: take time for the school,
 * and give back what it took. Nothing else: bookings are for people to ask for, approve and cancel.
 */
export interface PluginCommands {
  /**
   * Blocks a space. Bookings and other blocks in the way are never displaced: that is for the school
   * to do. An answer without `block` says what is in the way, and then nothing has been written.
   *
   * @throws CoreError for a request that contradicts itself, has an unknown space, or lies in the past;
   * an Error with code SCHOOL_UNKNOWN
   */
  block(school: string, request: BlockRequest): Promise<BlockOutcome>;
  /** Removes a block that this plugin made; false if there is none that stands. */
  unblock(school: string, block: string): Promise<boolean>;
}

export type BlockOutcome =
  | { readonly block: BlockFacts }
  | {
      readonly block?: never;
      /** Live dates of bookings in the way, in order. */
      readonly bookings: readonly { readonly booking: string; readonly date: string }[];
      /** Ids of blocks in the way. */
      readonly blocks: readonly string[];
    };
