import type { Block, BlockPreview } from "./answers.ts";
import { idempotencyHeader, type CallOptions, type WriteOptions } from "./call-options.ts";
import type { Connection } from "./connection.ts";
import { createListing, pageQuery, type Listing } from "./listing.ts";
import type { BlockCreation, BlockFilters, BlockRequest } from "./requests.ts";

/** One page of blocks. */
export interface BlocksPage {
  readonly zone: string;
  /** The date that it is at the school now. */
  readonly today: string;
  readonly items: readonly Block[];
}

/** Time that a school takes for itself. A key of the school, its authority or the operator is needed for all of it. */
export interface Blocks {
  /** What a block would displace. Writes nothing. */
  preview(school: string, request: BlockRequest, options?: CallOptions): Promise<BlockPreview>;
  /**
   * Takes the time. Bookings in the way give way if `displace` is true; otherwise it throws WOULD_DISPLACE with the list of
   * them. Throws BLOCK_OVERLAPS when another block is in the way.
   */
  create(school: string, request: BlockCreation, options?: WriteOptions): Promise<Block>;
  /** Throws BLOCK_UNKNOWN. */
  get(school: string, id: string, options?: CallOptions): Promise<Block>;
  list(school: string, filters?: BlockFilters, options?: CallOptions): Listing<Block, BlocksPage>;
  /** Gives the time back. Not sent again when the network fails: read the block then, to see what came of it. */
  remove(school: string, id: string, options?: CallOptions): Promise<void>;
}

export function createBlocks({ call }: Connection): Blocks {
  return {
    async preview(school, request, options = {}) {
      const path = "/v1/schools/{school}/blocks/preview";
      const input = { names: { school }, body: request };
      const { body } = await call("post", path, input, { ...options, writesNothing: true });
      return body;
    },
    async create(school, request, options = {}) {
      const headers = idempotencyHeader(options);
      const input = { names: { school }, headers, body: request };
      const { body } = await call("post", "/v1/schools/{school}/blocks", input, options);
      return body;
    },
    async get(school, id, options = {}) {
      const input = { names: { school, block: id } };
      const { body } = await call("get", "/v1/schools/{school}/blocks/{block}", input, options);
      return body;
    },
    list(school, filters = {}, options = {}) {
      return createListing("cursor", (cursor) => {
        const input = { names: { school }, query: pageQuery(filters, cursor) };
        return call("get", "/v1/schools/{school}/blocks", input, options);
      });
    },
    async remove(school, id, options = {}) {
      const input = { names: { school, block: id } };
      await call("delete", "/v1/schools/{school}/blocks/{block}", input, options);
    },
  };
}
