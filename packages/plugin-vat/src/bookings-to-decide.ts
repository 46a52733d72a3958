import type { LocalDate } from "@neuadd/core";
import type { BookingFacts, FactsPage, PageWanted, SchoolFacts } from "@neuadd/plugin-kit";
import { takingPlace, type VatContext } from "./assess-booking.ts";
import { type BookingVatState, keptVatState, type VatState } from "./vat-state.ts";

/** A booking on which its school has to decide. */
export interface BookingToDecide extends BookingVatState {
  readonly state: Exclude<VatState, "decided">;
  readonly booking: BookingFacts;
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/**
 * Bookings with dates that take place, or did, of which VAT is not decided on the latest assessment, the newest first.
 * What waits for an answer, or came to nothing, is left out: a page may have fewer items than was asked for, or none, and be
 * followed by another.
 */
export async function bookingsToDecide(
  context: VatContext,
  school: SchoolFacts,
  { from, ...wanted }: PageWanted & { readonly from?: LocalDate },
): Promise<FactsPage<BookingToDecide>> {
  const { reads } = context.host;
  const span = from === undefined ? {} : { from };
  const { items, next } = await reads.bookings(school.school.id, span, wanted);
  const found: BookingToDecide[] = [];
  for (const booking of items) {
    const dates = takingPlace(booking);
    const [first, last] = [dates[0], dates.at(-1)];
    if (first === undefined || last === undefined) continue;
    const { state, ...rest } = await keptVatState(context, school, booking);
    if (state !== "decided") found.push({ state, ...rest, booking, first, last });
  }
  return { items: found, ...(next !== undefined && { next }) };
}
