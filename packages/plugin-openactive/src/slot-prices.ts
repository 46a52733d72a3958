import type { PublishedSchool } from "./facility-data.ts";
import type { PriceSource, SlotPrice } from "./price-source.ts";
import type { SlotToCome } from "./slots-to-come.ts";

/**
 * What is asked for each slot, in their order: what the source says, if there is one, and where that knows no price what the
 * publication says itself. Empty for a slot whose price nobody knows.
 */
export async function slotPrices(
  source: PriceSource | undefined,
  { facts, publication }: Pick<PublishedSchool, "facts" | "publication">,
  slots: readonly SlotToCome[],
): Promise<readonly (readonly SlotPrice[])[]> {
  const places = slots.map(({ space, date, time }) => ({
    date,
    startTime: time.start,
    endTime: time.end,
    space: space.id,
  }));
  const told = await source?.openPrices(facts.school.id, places);
  return slots.map((slot, index) => {
    const prices = told?.[index] ?? [];
    return prices.length > 0 ? prices : ownPrices(slot, publication.prices);
  });
}

function ownPrices(
  { space, minutes }: SlotToCome,
  prices: PublishedSchool["publication"]["prices"],
): SlotPrice[] {
  if (prices === undefined) return [];
  const pencePerHour = prices.spaces?.[space.id] ?? prices.pencePerHour;
  return [{ amountPence: Math.round((pencePerHour * minutes) / 60), currency: "GBP" }];
}
