export {
  drawUpAccount,
  RELEASE_REASONS,
  type Account,
  type AccountLine,
  type Release,
  type ReleaseReason,
  type Tax,
} from "./account.ts";
export {
  DOCUMENT_KINDS,
  documentName,
  unsettledLines,
  type BillingDocument,
  type DocumentKind,
  type DocumentLine,
  type UnsettledLines,
} from "./billing-document.ts";
export type { CancellationFacts } from "./cancellation-facts.ts";
export { chargedShare, type CancellationTerm } from "./cancellation-terms.ts";
export { documentsCsv } from "./document-csv.ts";
export { documentPdf } from "./document-pdf.ts";
export { keepAgreedLines, type FrozenQuote } from "./frozen-quote.ts";
export { priceOfMinutes, sayMoney, shareOf, taxOn, type Rounding } from "./money.ts";
export type { OpenPrice } from "./open-prices.ts";
export { priceAge } from "./price-age.ts";
export { priceDate } from "./price-date.ts";
export type { PricedPlace, PriceLine, PriceLineKind } from "./price-line.ts";
export { priceSeries, type PricedSeries } from "./price-series.ts";
export type { Payer, Session } from "./session.ts";
export type {
  BookingFee,
  Invoicing,
  MinimumCharge,
  PriceAge,
  PriceConditions,
  Rate,
  Supplement,
  Tariff,
} from "./tariff.ts";
export { TariffSchema } from "./tariff-schema.ts";
export { versionOn, type TariffVersion } from "./tariff-version.ts";
export type { TariffsApi } from "./tariffs-api.ts";
export type { FirstTariff, TaxSource } from "./tariffs-context.ts";
export { tariffs, type TariffsOptions } from "./tariffs.ts";
