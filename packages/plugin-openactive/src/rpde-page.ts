import type { Kysely } from "kysely";
import { FEED_KINDS, type FeedName, LICENCE_URL } from "./feeds.ts";
import type { OpenActiveTables } from "./openactive-tables.ts";

/** A page of Realtime Paged Data Exchange 1.0, ordered by change number. */
export interface RpdePage {
  readonly next: string;
  readonly items: readonly RpdeItem[];
  readonly license: typeof LICENCE_URL;
}

export interface RpdeItem {
  readonly state: "updated" | "deleted";
  readonly kind: string;
  readonly id: string;
  readonly modified: number;
  /** Absent once deleted. */
  readonly data?: Record<string, unknown>;
}

const PAGE_SIZE = 500;

export interface FeedPosition {
  readonly school: string;
  readonly feed: FeedName;
  /** Address of the feed, without a query. */
  readonly url: string;
  /** The last change that the reader has; absent on the first page. */
  readonly afterChangeNumber?: number;
}

/**
 * The records that changed after a change number, 500 at most. Its `next` follows the last of them; on an
 * empty page it is the page's own address, which is how a reader knows that it has everything.
 */
export async function readRpdePage(
  tables: Kysely<OpenActiveTables>,
  { school, feed, url, afterChangeNumber }: FeedPosition,
): Promise<RpdePage> {
  const rows = await tables
    .selectFrom("openactive_items")
    .select(["item", "change_number", "data"])
    .where("school", "=", school)
    .where("feed", "=", feed)
    .where("change_number", ">", afterChangeNumber ?? -1)
    .orderBy("change_number")
    .limit(PAGE_SIZE)
    .execute();
  const last = rows.at(-1)?.change_number ?? afterChangeNumber;
  return {
    next: last === undefined ? url : `${url}?afterChangeNumber=${Number(last)}`,
    items: rows.map(({ item, change_number, data }) => ({
      state: data === null ? "deleted" : "updated",
      kind: FEED_KINDS[feed],
      id: item,
      modified: Number(change_number),
      ...(data !== null && { data: JSON.parse(data) as Record<string, unknown> }),
    })),
    license: LICENCE_URL,
  };
}
