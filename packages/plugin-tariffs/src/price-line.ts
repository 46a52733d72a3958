import type { Bilingual, LocalDate, LocalTime, SpaceId } from "@neuadd/core";

/** `tax` is never part of a quote: it comes in when an account is drawn up. */
export type PriceLineKind = "hire" | "minimum" | "supplement" | "fee" | "deposit" | "tax";

/** One amount, with what it is for. */
export interface PriceLine {
  /**
   * What it is for, as a text that stays the same when the booking is priced again: date, kind and id of
   * the rate, supplement or fee. Unique within a quote.
   */
  readonly key: string;
  readonly kind: PriceLineKind;
  /** Absent for a line on the booking as a whole. */
  readonly date?: LocalDate;
  readonly label: Bilingual;
  /** Whole pence, never negative. */
  readonly amountPence: number;
}

/** Where and when a date is, as it was priced. */
export interface PricedPlace {
  readonly date: LocalDate;
  readonly startTime: LocalTime;
  readonly endTime: LocalTime;
  readonly space: SpaceId;
}

/** The key of a line: the same for the same charge on the same date. */
export function lineKey(kind: PriceLineKind, id: string, date?: LocalDate): string {
  return `${date ?? ""}|${kind}|${id}`;
}
