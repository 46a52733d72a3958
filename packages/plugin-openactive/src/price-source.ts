import type { LocalDate, LocalTime, SpaceId } from "@neuadd/core";

/** When and where a slot is. */
export interface SlotPlace {
  readonly date: LocalDate;
  readonly startTime: LocalTime;
  readonly endTime: LocalTime;
  readonly space: SpaceId;
}

/** What anyone is asked for a slot, booked by itself. */
export interface SlotPrice {
  /** Whole minor units of the currency: pence. Without VAT. */
  readonly amountPence: number;
  /** ISO 4217, such as `GBP`. */
  readonly currency: string;
  /** In years: everyone who comes is that old or younger. Absent: for people of any age. */
  readonly maximumAge?: number;
}

/** What the api of a plugin must offer to give slots their prices, as `@neuadd/plugin-tariffs` does. */
export interface PriceSource {
  /** The prices of each place, in the order of the places; an empty list where none is known. */
  openPrices(
    school: string,
    places: readonly SlotPlace[],
  ): Promise<readonly (readonly SlotPrice[])[]>;
}
