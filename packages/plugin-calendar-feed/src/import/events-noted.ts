const MOST_EVENTS = 20;

/** Events as they are noted with a block, in order; undefined when they are too many. */
export function eventsNoted(events: Iterable<string>): readonly string[] | undefined {
  const sorted = [...new Set(events)].toSorted();
  return sorted.length > MOST_EVENTS ? undefined : sorted;
}
