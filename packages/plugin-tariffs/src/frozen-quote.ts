import type { Instant } from "@neuadd/core";
import type { PricedPlace } from "./price-line.ts";
import type { PricedSeries } from "./price-series.ts";

/** The price of a booking as it was agreed. A later one follows it; none is ever changed. */
export interface FrozenQuote extends PricedSeries {
  readonly booking: string;
  readonly hirer: string;
  /** The revision of the school's ledger at which it was agreed. */
  readonly revision: number;
  readonly at: Instant;
}

/**
 * What a booking costs after it has changed. A date that stays where and when it was keeps the lines
 * that were agreed, whatever the tariff says by now; so do fees. Only dates that are new or moved come at
 * the price of `priced`.
 */
export function keepAgreedLines(
  agreed: PricedSeries | undefined,
  priced: PricedSeries,
): PricedSeries {
  if (agreed === undefined || agreed.currency !== priced.currency) return priced;
  const keys = new Set(agreed.places.map(placeKey));
  const unpricedBefore = new Set(agreed.unpriced);
  const staying = new Set(
    priced.places
      .filter((place) => keys.has(placeKey(place)) && !unpricedBefore.has(place.date))
      .map(({ date }) => date),
  );
  const lines = priced.places
    .flatMap(({ date }) =>
      (staying.has(date) ? agreed : priced).lines.filter((line) => line.date === date),
    )
    .concat(agreed.lines.filter(({ date }) => date === undefined));
  return {
    ...priced,
    lines,
    totalPence: lines.reduce((sum, { amountPence }) => sum + amountPence, 0),
    unpriced: priced.unpriced.filter((date) => !staying.has(date)),
    versions: [...new Set([...agreed.versions, ...priced.versions])].toSorted(
      (one, other) => one - other,
    ),
    cancellation: agreed.cancellation,
  };
}

function placeKey({ date, startTime, endTime, space }: PricedPlace): string {
  return `${date} ${startTime} ${endTime} ${space}`;
}
