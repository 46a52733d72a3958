import type { Amendment, SeriesChange } from "@neuadd/core";
import type { Services } from "../services.ts";
import { decideAmendment } from "./decide-amendment.ts";
import { readSchool } from "./school-model.ts";
import { loadBooking } from "./stored-booking.ts";

/**
 * What a change would do to each live date of a booking that is still to come. Writes nothing.
 * Throws SCHOOL_UNKNOWN, BOOKING_UNKNOWN, and CoreError for a change that contradicts itself, as core's `amendSeries` does.
 */
export async function previewAmendment(
  services: Services,
  school: string,
  id: string,
  change: SeriesChange,
): Promise<Amendment> {
  const model = await readSchool(services, school);
  const { database } = services.store;
  const booking = await loadBooking(database, school, id);
  return decideAmendment(services, database, model, booking, change, services.clock.now());
}
