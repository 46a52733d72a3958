import type { FeedEvent } from "./feed-event.ts";

/** By start, then by id: the same events give the same calendar. */
export function inOrder(events: readonly FeedEvent[]): FeedEvent[] {
  return events.toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
}
