import type { QuoteRequest } from "@neuadd/plugin-kit";
import { type Account, drawUpAccount } from "./account.ts";
import type { FrozenQuote } from "./frozen-quote.ts";
import type { PricedSeries } from "./price-series.ts";
import { pricePreview } from "./quote-preview.ts";
import { readQuotes, readReleases } from "./tariff-store.ts";
import { type TariffsContext, taxOf, type TaxSource } from "./tariffs-context.ts";

/** What other code may ask: `server.plugins.tariffs`, or `host.plugin("tariffs")` of a plugin that requires it. */
export interface TariffsApi {
  /** What the bookable dates of a request would cost. Undefined when the school has no tariff. */
  price(request: QuoteRequest): Promise<PricedSeries | undefined>;
  /** What was agreed for a booking last. Undefined before it is approved. */
  agreed(school: string, booking: string): Promise<FrozenQuote | undefined>;
  /** What a booking owes at present, with tax. Undefined when nothing was agreed. */
  account(school: string, booking: string): Promise<Account | undefined>;
  /** Lets another plugin say which tax a school has decided to charge. Of several sources the first that answers counts. */
  addTaxSource(source: TaxSource): void;
}

/** Kind 7, the api. */
export function tariffsApi(context: TariffsContext): TariffsApi {
  const { tables, taxSources } = context;
  return {
    price: (request) => pricePreview(context, request),
    agreed: async (school, booking) => (await readQuotes(tables, school, booking))[0],
    async account(school, booking) {
      const [quote] = await readQuotes(tables, school, booking);
      if (quote === undefined) return undefined;
      const releases = await readReleases(tables, school, booking);
      return drawUpAccount(quote, releases, await taxOf(context, school, booking));
    },
    addTaxSource: (source) => void taxSources.push(source),
  };
}
