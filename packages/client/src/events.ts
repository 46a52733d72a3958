import type { LedgerEvent } from "./answers.ts";
import type { CallOptions } from "./call-options.ts";
import type { Connection } from "./connection.ts";
import { follow, type FollowOptions } from "./follow.ts";
import { nextPageParameter } from "./link-header.ts";
import { createListing, type Listing } from "./listing.ts";
import type { EventFilters } from "./requests.ts";

/** One page of a school's ledger; it never splits the entries of one revision. */
export interface EventsPage {
  readonly zone: string;
  /** The date that it is at the school now. */
  readonly today: string;
  /** The revision that the school stands at. */
  readonly revision: number;
  readonly items: readonly LedgerEvent[];
}

/** One change of a school: the revision that it led to, and all entries that it made in the ledger. */
export interface LedgerChange {
  readonly revision: number;
  readonly events: readonly LedgerEvent[];
}

export interface FollowEventsOptions extends FollowOptions {
  /** The revision of the last change that has been dealt with. Left out, the ledger is followed from its beginning. */
  readonly after?: number | undefined;
}

/** The ledger of a school: all that has happened there, in order, and nobody's name. For keys that keep the school. */
export interface Events {
  list(
    school: string,
    filters?: EventFilters,
    options?: CallOptions,
  ): Listing<LedgerEvent, EventsPage>;
  /**
   * Every change after a revision, and then each as it comes. Keep the `revision` of a change once you have dealt with it: with
   * `after` it takes a later run on from there, without a gap. Never ends by itself; leave the loop, or abort the signal.
   */
  follow(
    school: string,
    options?: FollowEventsOptions,
  ): AsyncGenerator<LedgerChange, void, undefined>;
}

export function createEvents(connection: Connection): Events {
  function read(
    school: string,
    query: { readonly after?: number | undefined; readonly limit?: number | undefined },
    options: CallOptions,
  ) {
    const input = { names: { school }, query };
    return connection.call("get", "/v1/schools/{school}/events", input, options);
  }

  return {
    list(school, { pageSize, ...first } = {}, options = {}) {
      return createListing("after", (cursor) => {
        const from = cursor === undefined ? first : { after: Number(cursor) };
        return read(school, { ...from, limit: pageSize }, options);
      });
    },
    follow(school, options = {}) {
      let { after = 0 } = options;
      async function askForNews() {
        const { body, headers } = await read(school, { after }, { signal: options.signal });
        after = body.items.at(-1)?.revision ?? after;
        const hasMore = nextPageParameter(headers, "after") !== undefined;
        return { items: changesOf(body.items), hasMore };
      }
      return follow(connection, askForNews, options);
    },
  };
}

function changesOf(events: readonly LedgerEvent[]): LedgerChange[] {
  const byRevision = new Map<number, LedgerEvent[]>();
  for (const event of events) {
    const known = byRevision.get(event.revision);
    if (known === undefined) byRevision.set(event.revision, [event]);
    else known.push(event);
  }
  return [...byRevision].map(([revision, ofRevision]) => ({ revision, events: ofRevision }));
}
