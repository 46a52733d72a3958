/** One page of a list. `next` is there when there are more. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Opaque: to be given back as `after`. */
  readonly next?: string;
}
