import type { PriceSource, SlotPlace, SlotPrice } from "../src/index.ts";

/** The api of a plugin that prices slots as a test says. */
export interface ScriptedPrices extends PriceSource {
  pricesOf: (place: SlotPlace) => readonly SlotPrice[];
}

/** £20.00 for a slot, £12.50 for people up to 16. */
export function scriptedPrices(): ScriptedPrices {
  const prices: ScriptedPrices = {
    pricesOf: () => [
      { amountPence: 2000, currency: "GBP" },
      { amountPence: 1250, currency: "GBP", maximumAge: 16 },
    ],
    openPrices: async (_school, places) => places.map((place) => prices.pricesOf(place)),
  };
  return prices;
}
