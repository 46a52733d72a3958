/** Which page of a list, and how long. */
export interface PageWanted {
  /** `next` of the page before; absent: the first page. */
  readonly after?: string;
  /** How many at most: 100 unless told, 1000 at the very most. */
  readonly limit?: number;
}

/** One page of a list. `next` is there when there are more. */
export interface FactsPage<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}
