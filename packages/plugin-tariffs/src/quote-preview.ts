import { sayDate } from "@neuadd/core";
import type { QuoteLine, QuoteRequest, QuoteSource } from "@neuadd/plugin-kit";
import { type PricedSeries, priceSeries } from "./price-series.ts";
import { payerOf, sessionsOf } from "./sessions-of.ts";
import { type TariffsContext, versionsOf } from "./tariffs-context.ts";

/** What the bookable dates of a request would cost; undefined when the school has no tariff or is not there. */
export async function pricePreview(
  context: TariffsContext,
  { school, hirer, request, decision }: QuoteRequest,
): Promise<PricedSeries | undefined> {
  const versions = await versionsOf(context, school);
  if (versions.length === 0) return undefined;
  const facts = await context.host.reads.school(school);
  if (facts === undefined) return undefined;
  const who = hirer === undefined ? undefined : await context.host.reads.hirer(hirer);
  const bookable = decision.occurrences.filter(({ verdict }) => verdict === "bookable");
  return priceSeries(versions, sessionsOf(facts, bookable), payerOf(request, who));
}

/** Kind 2, a quote: a line for each amount, and one without an amount for each date that has no price yet. */
export function quotePreview(context: TariffsContext): QuoteSource {
  return async (request) => {
    const priced = await pricePreview(context, request);
    if (priced === undefined) return [];
    const { currency, lines, unpriced } = priced;
    return [
      ...lines.map(({ label, amountPence, date }): QuoteLine => ({
        label,
        amountPence,
        currency,
        ...(date !== undefined && { date }),
      })),
      ...unpriced.map((date): QuoteLine => ({
        label: {
          cy: `${sayDate(date, "cy")}: nid oes pris eto, gofynnwch i'r ysgol`,
          en: `${sayDate(date, "en")}: no price yet, ask the school`,
        },
        amountPence: 0,
        currency,
        date,
      })),
    ];
  };
}
