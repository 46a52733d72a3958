import type { Bilingual, LocalDate, SeriesDecision, SeriesRequest } from "@neuadd/core";

/** One line of a quote. */
export interface QuoteLine {
  readonly label: Bilingual;
  /** Integer minor units of the currency: pence. Negative for a reduction. */
  readonly amountPence: number;
  /** ISO 4217, such as `GBP`. */
  readonly currency: string;
  /** The occurrence it is for; absent for a line on the whole series. */
  readonly date?: LocalDate;
}

export interface QuoteRequest {
  readonly school: string;
  /** Absent when a school previews without naming a hirer. */
  readonly hirer?: string;
  readonly request: SeriesRequest;
  readonly decision: SeriesDecision;
}

/** Prices a decided series. Must not write. */
export type QuoteSource = (request: QuoteRequest) => Promise<readonly QuoteLine[]> | readonly QuoteLine[];
