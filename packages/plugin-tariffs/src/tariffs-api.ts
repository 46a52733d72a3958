import type { QuoteRequest } from "@neuadd/plugin-kit";
import { type Account, drawUpAccount } from "./account.ts";
import { type CancellationFacts, cancellationFacts } from "./cancellation-facts.ts";
import { catchUp } from "./catch-up.ts";
import type { FrozenQuote } from "./frozen-quote.ts";
import { type OpenPrice, openPrices } from "./open-prices.ts";
import type { PricedPlace } from "./price-line.ts";
import type { PricedSeries } from "./price-series.ts";
import { pricePreview } from "./quote-preview.ts";
import { readQuotes, readReleases } from "./tariff-store.ts";
import {
  type TariffsContext,
  taxOf,
  type TaxSource,
  type TaxStateSource,
} from "./tariffs-context.ts";

/** What other code may ask: `server.plugins.tariffs`, or `host.plugin("tariffs")` of a plugin that requires it. */
export interface TariffsApi {
  /** What the bookable dates of a request would cost. Undefined when the school has no tariff. */
  price(request: QuoteRequest): Promise<PricedSeries | undefined>;
  /**
   * What each place costs the public as a booking by itself, in the order of the places, for whoever publishes prices: that of
   * adults, then that of juniors where it is another. Empty where no price is known.
   */
  openPrices(
    school: string,
    places: readonly PricedPlace[],
  ): Promise<readonly (readonly OpenPrice[])[]>;
  /** What was agreed for a booking last. Undefined before it is approved. */
  agreed(school: string, booking: string): Promise<FrozenQuote | undefined>;
  /** What a booking owes at present, with tax. Undefined when nothing was agreed. */
  account(school: string, booking: string): Promise<Account | undefined>;
  /** What the hirer of a booking is let off when it cancels. Undefined when the school has no prices for it. */
  cancellation(school: string, booking: string): Promise<CancellationFacts | undefined>;
  /** Lets another plugin say which tax a school has decided to charge. Of several sources the first that answers counts. */
  addTaxSource(source: TaxSource): void;
  /** Lets another plugin say where the school stands with a tax, which is told with each invoice. */
  addTaxState(source: TaxStateSource): void;
}

/** Kind 7, the api. */
export function tariffsApi(context: TariffsContext): TariffsApi {
  const { tables, taxSources, taxStates } = context;
  return {
    price: (request) => pricePreview(context, request),
    openPrices: (school, places) => openPrices(context, school, places),
    async agreed(school, booking) {
      await catchUp(context, school, booking);
      return (await readQuotes(tables, school, booking))[0];
    },
    async account(school, booking) {
      await catchUp(context, school, booking);
      const [quote] = await readQuotes(tables, school, booking);
      if (quote === undefined) return undefined;
      const releases = await readReleases(tables, school, booking);
      return drawUpAccount(quote, releases, await taxOf(context, school, booking));
    },
    cancellation: (school, booking) => cancellationFacts(context, school, booking),
    addTaxSource: (source) => void taxSources.push(source),
    addTaxState: (source) => void taxStates.push(source),
  };
}
