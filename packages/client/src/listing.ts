import { nextPageParameter } from "./link-header.ts";
import { NeuaddConnectionError } from "./neuadd-connection-error.ts";

/**
 * A list that the server gives in pages. It asks for a page only when it is needed, and starts anew each time it is gone
 * through: `for await (const item of listing)`.
 */
export interface Listing<Item, Page extends { readonly items: readonly Item[] }> {
  [Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined>;
  /** Page by page, with what the server says beside the items. */
  pages(): AsyncGenerator<Page, void, undefined>;
  /** Everything, in one array. */
  all(): Promise<Item[]>;
}

/**
 * Makes a listing from a way to read one page, the first of them without a cursor. The cursor of each further one is the
 * parameter `name` of the address that the page before links to.
 */
export function createListing<Item, Page extends { readonly items: readonly Item[] }>(
  name: string,
  readPage: (
    cursor: string | undefined,
  ) => Promise<{ readonly body: Page; readonly headers: Headers }>,
): Listing<Item, Page> {
  async function* pages(): AsyncGenerator<Page, void, undefined> {
    let cursor: string | undefined;
    do {
      const { body, headers } = await readPage(cursor);
      yield body;
      const next = nextPageParameter(headers, name);
      if (next !== undefined && next === cursor) throw repeatedPage(next);
      cursor = next;
    } while (cursor !== undefined);
  }

  async function* items(): AsyncGenerator<Item, void, undefined> {
    for await (const page of pages()) yield* page.items;
  }
  return {
    [Symbol.asyncIterator]: items,
    pages,
    async all() {
      const found: Item[] = [];
      for await (const item of items()) found.push(item);
      return found;
    },
  };
}

/** The query for one page, from filters and a cursor. */
export function pageQuery<Filters extends object>(
  { pageSize, ...filters }: Filters & { readonly pageSize?: number | undefined },
  cursor: string | undefined,
) {
  return { ...filters, limit: pageSize, cursor };
}

/** Would otherwise go on for ever. */
function repeatedPage(cursor: string): NeuaddConnectionError {
  return new NeuaddConnectionError(
    "ANSWER_UNREADABLE",
    `The page at "${cursor}" names itself as the next one. Something between here and the server has mixed up answers.`,
  );
}
