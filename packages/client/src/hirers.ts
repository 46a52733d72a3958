import type { Hirer, HirerErasure, HirerExport, Tagged } from "./answers.ts";
import {
  idempotencyHeader,
  type CallOptions,
  type RereadOptions,
  type WriteOptions,
} from "./call-options.ts";
import type { Connection } from "./connection.ts";
import { createListing, pageQuery, type Listing } from "./listing.ts";
import type { HirerChange, HirerCreation, HirerFilters } from "./requests.ts";
import { reread, tagged, taggedBody } from "./tagged.ts";

/** One page of hirers. */
export interface HirersPage {
  readonly items: readonly Hirer[];
}

/** Names a hirer as its reader saw it. A hirer that was read does, too. */
export interface SeenHirer extends Tagged {
  readonly id: string;
}

/** Organisations that hire, as far as the key may see them. */
export interface Hirers {
  /** A hirer's key sees itself, a school's those that the school knows. */
  list(filters?: HirerFilters, options?: CallOptions): Listing<Hirer, HirersPage>;
  /** Throws HIRER_UNKNOWN. */
  get(id: string, options?: RereadOptions<Hirer>): Promise<Hirer>;
  /** Enters a hirer, for the school that knows it. */
  create(hirer: HirerCreation, options?: WriteOptions): Promise<Hirer>;
  /**
   * Changes what is given, and leaves the rest; a list of members is given whole. Throws REVISION_STALE if the hirer has changed
   * since it was read. Not sent again when the network fails: read the hirer then, to see what came of it.
   */
  change(hirer: SeenHirer, change: HirerChange, options?: CallOptions): Promise<Hirer>;
  /** All that is held of a hirer, at every school and by every plugin: for its own key, and the operator's. */
  export(id: string, options?: CallOptions): Promise<HirerExport>;
  /**
   * Erases all that is personal about a hirer, for good: for the operator. Answers what plugins have to keep. Throws
   * TRANSITION_REFUSED while bookings are to come. Safe to call again, but not sent again when the network fails.
   */
  erase(id: string, options?: CallOptions): Promise<HirerErasure>;
}

export function createHirers({ call }: Connection): Hirers {
  return {
    list(filters = {}, options = {}) {
      return createListing("cursor", async (cursor) => {
        const query = pageQuery(filters, cursor);
        const { body, headers } = await call("get", "/v1/hirers", { query }, options);
        return { body: { items: body.items.map((hirer) => tagged(hirer)) }, headers };
      });
    },
    get(id, options = {}) {
      const input = { names: { hirer: id } };
      return reread(options, (all) => call("get", "/v1/hirers/{hirer}", input, all));
    },
    create(body, options = {}) {
      const input = { headers: idempotencyHeader(options), body };
      return taggedBody(call("post", "/v1/hirers", input, options));
    },
    change({ id, etag }, body, options = {}) {
      const input = { names: { hirer: id }, headers: { "If-Match": etag }, body };
      return taggedBody(call("patch", "/v1/hirers/{hirer}", input, options));
    },
    async export(id, options = {}) {
      const input = { names: { hirer: id } };
      return (await call("get", "/v1/hirers/{hirer}/export", input, options)).body;
    },
    async erase(id, options = {}) {
      const input = { names: { hirer: id } };
      return (await call("post", "/v1/hirers/{hirer}/erase", input, options)).body;
    },
  };
}
