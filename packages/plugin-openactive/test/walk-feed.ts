import type { TestHost } from "@neuadd/plugin-kit/testing";
import type { FeedName } from "../src/feeds.ts";
import type { RpdeItem, RpdePage } from "../src/rpde-page.ts";
import { SCHOOL } from "./published-school.ts";

/** All pages of a feed, from an address to its end, as a reader follows them. The last is the empty one. */
export async function walkPages(
  host: TestHost,
  feed: FeedName,
  from = `/schools/${SCHOOL}/feeds/${feed}`,
): Promise<RpdePage[]> {
  const base = `${host.host.publicUrl}/v1/x/openactive`;
  const pages: RpdePage[] = [];
  for (let path = from; ;) {
    const response = await host.request(path);
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}.`);
    const page = (await response.json()) as RpdePage;
    pages.push(page);
    if (!page.next.startsWith(base)) throw new Error(`${page.next} leads away from the server.`);
    const next = page.next.slice(base.length);
    if (page.items.length === 0) {
      if (next !== path) throw new Error(`The end of ${path} leads on to ${next}.`);
      return pages;
    }
    path = next;
  }
}

/** What a reader of the whole feed ends with: the records that are not deleted, by id. */
export async function readFeed(
  host: TestHost,
  feed: FeedName,
): Promise<Map<string, Record<string, unknown>>> {
  const state = new Map<string, Record<string, unknown>>();
  for (const { items } of await walkPages(host, feed)) apply(items, state);
  return state;
}

/** Applies records to what a reader has. */
export function apply(
  items: readonly RpdeItem[],
  state: Map<string, Record<string, unknown>>,
): void {
  for (const { id, data } of items) {
    if (data === undefined) state.delete(id);
    else state.set(id, data);
  }
}
