import type { Bilingual, LocalDate, SeriesDecision } from "@neuadd/core";
import type { AskedSeries } from "./asked-series.ts";

/**
 * Prices a decided series; an empty list when it has nothing to say. Must not write: a preview may be
 * asked for any number of times. When it throws, answers what is no line, or takes more than 2
 * seconds, the preview comes without its lines and names the plugin as missing from the quote.
 */
export type QuoteSource = (
  request: QuoteRequest,
) => Promise<readonly QuoteLine[]> | readonly QuoteLine[];

export interface QuoteRequest {
  readonly school: string;
  /** Absent when a school previews without naming a hirer. */
  readonly hirer?: string;
  readonly request: AskedSeries;
  /** Its bookable dates are what would be booked. */
  readonly decision: SeriesDecision;
}

/** One line of a quote. */
export interface QuoteLine {
  readonly label: Bilingual;
  /** Whole minor units of the currency: pence. Negative for a reduction. */
  readonly amountPence: number;
  /** ISO 4217, such as `GBP`. */
  readonly currency: string;
  /** The occurrence it is for; absent for a line on the whole series. */
  readonly date?: LocalDate;
}
