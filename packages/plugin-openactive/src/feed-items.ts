import { facilityUse, type JsonLd, type PublishedSchool } from "./facility-data.ts";
import type { FeedName } from "./feeds.ts";
import type { SlotPrice } from "./price-source.ts";
import { slotData, slotId } from "./slot-data.ts";
import type { SlotToCome } from "./slots-to-come.ts";

/** One record of a feed as it should be now. */
export interface FeedItem {
  readonly feed: FeedName;
  /** Unique within the feed. */
  readonly id: string;
  readonly data: JsonLd;
}

/** A slot with what is asked for it. */
export interface PricedSlot {
  readonly slot: SlotToCome;
  readonly prices: readonly SlotPrice[];
}

/**
 * Everything that the feeds of a school should hold at a moment: its spaces, and its slots but for those that nobody knows
 * a price of, since a Slot needs an Offer.
 */
export function feedItems(school: PublishedSchool, slots: readonly PricedSlot[]): FeedItem[] {
  return [...facilityItems(school), ...slotItems(school, slots)];
}

/** Spaces within others only if they can be booked; those at the root in any case, for what is within them. */
function facilityItems(school: PublishedSchool): FeedItem[] {
  return school.facts.tree.spaces.flatMap((space): FeedItem[] => {
    const isRoot = space.parent === undefined;
    const data = isRoot || space.bookable ? facilityUse(space, school) : undefined;
    if (data === undefined) return [];
    return [{ feed: isRoot ? "facility-uses" : "individual-facility-uses", id: space.id, data }];
  });
}

function slotItems(school: PublishedSchool, slots: readonly PricedSlot[]): FeedItem[] {
  return slots
    .filter(({ prices }) => prices.length > 0)
    .map(({ slot, prices }) => ({
      feed:
        slot.space.parent === undefined ? "facility-use-slots" : "individual-facility-use-slots",
      id: slotId(slot),
      data: slotData(slot, prices, school),
    }));
}
