import type { Services } from "../services.ts";
import type { BookingRecord } from "./booking-record.ts";
import { loadBooking } from "./stored-booking.ts";

/** A booking with all its dates: also those excluded, denied, cancelled or displaced, with their reasons. Throws BOOKING_UNKNOWN. */
export async function readBooking(
  { store }: Services,
  school: string,
  id: string,
): Promise<BookingRecord> {
  return loadBooking(store.database, school, id);
}
