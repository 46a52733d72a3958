import type { Bilingual } from "@neuadd/core";
import type { QuoteRequest } from "@neuadd/plugin-kit";
import type { RefundFacts } from "./vat-facts.ts";

/** What this plugin asks of the one that prices and invoices. */
export interface Tariffs {
  price(
    request: QuoteRequest,
  ): Promise<{ readonly cancellation: RefundFacts["terms"] } | undefined>;
  cancellation(school: string, booking: string): Promise<RefundFacts | undefined>;
  addTaxSource(
    source: (
      school: string,
      booking: string,
    ) => Promise<{ readonly ratePercent: number; readonly label: Bilingual } | undefined>,
  ): void;
  addTaxState(
    source: (
      school: string,
      booking: string,
    ) => Promise<
      | { readonly code: string; readonly isSettled: boolean; readonly sentence: Bilingual }
      | undefined
    >,
  ): void;
}
