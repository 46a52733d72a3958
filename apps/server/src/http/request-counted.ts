import type { BookingRequest } from "../ledger/booking-record.ts";
import type { LedgerActor } from "../ledger/ledger-actor.ts";
import { refusedDecision } from "../ledger/refused-decision.ts";
import { requestBooking } from "../ledger/request-booking.ts";
import type { Services } from "../services.ts";
import type { Metrics } from "./metrics.ts";

/** Asks for a booking, and counts the dates that were decided, whether it was taken or refused. Throws as `requestBooking` does. */
export async function requestCounted(
  services: Services,
  metrics: Metrics,
  school: string,
  actor: LedgerActor,
  request: BookingRequest,
): ReturnType<typeof requestBooking> {
  try {
    const made = await requestBooking(services, school, actor, request);
    metrics.countDecision("request", made.decision);
    return made;
  } catch (error) {
    const refused = refusedDecision(error);
    if (refused !== undefined) metrics.countDecision("request", refused);
    throw error;
  }
}
