import type { Booking } from "./answers.ts";
import type { BookingName, SeenBooking } from "./booking-name.ts";
import { idempotencyHeader, type WriteOptions } from "./call-options.ts";
import type { Connection } from "./connection.ts";
import { taggedBody } from "./tagged.ts";

/** What an action on a booking takes. */
export interface ActionOptions extends WriteOptions {
  /** What the person who does it has to say, for the other side to read. */
  readonly reason?: string | undefined;
}

/**
 * What is done with a booking as a whole, each for the booking as it was seen (REVISION_STALE if it has changed since), and
 * cancelling one date. All answer the booking as it then is, and throw TRANSITION_REFUSED in a status that does not allow it.
 */
export interface BookingActions {
  /** The school agrees. Throws SERIES_NOT_BOOKABLE with the decision as it is now, when a date has gone. */
  approve(booking: SeenBooking, options?: ActionOptions): Promise<Booking>;
  /** The school does not agree. */
  decline(booking: SeenBooking, options?: ActionOptions): Promise<Booking>;
  /** The hirer takes back a request that has not been answered. */
  withdraw(booking: SeenBooking, options?: ActionOptions): Promise<Booking>;
  /** Either side ends an approved booking: every date that is still to come. */
  cancel(booking: SeenBooking, options?: ActionOptions): Promise<Booking>;
  /**
   * Either side cancels one date, such as `2026-12-15`. It holds whatever else has changed since the booking was read, so that
   * several dates can be cancelled one after the other. Throws OCCURRENCE_UNKNOWN.
   */
  cancelDate(booking: BookingName, date: string, options?: ActionOptions): Promise<Booking>;
}

export function createBookingActions({ call }: Connection): BookingActions {
  function act(path: PathOfAction) {
    return ({ school, id, etag }: SeenBooking, options: ActionOptions = {}): Promise<Booking> => {
      const input = {
        names: { school, booking: id },
        headers: { ...idempotencyHeader(options), "If-Match": etag },
        body: bodyOf(options),
      } as const;
      return taggedBody(call("post", path, input, options));
    };
  }
  return {
    approve: act("/v1/schools/{school}/bookings/{booking}/approve"),
    decline: act("/v1/schools/{school}/bookings/{booking}/decline"),
    withdraw: act("/v1/schools/{school}/bookings/{booking}/withdraw"),
    cancel: act("/v1/schools/{school}/bookings/{booking}/cancel"),
    cancelDate({ school, id }, date, options = {}) {
      const path = "/v1/schools/{school}/bookings/{booking}/occurrences/{date}/cancel";
      const input = {
        names: { school, booking: id, date },
        headers: idempotencyHeader(options),
        body: bodyOf(options),
      };
      return taggedBody(call("post", path, input, options));
    },
  };
}

type PathOfAction =
  `/v1/schools/{school}/bookings/{booking}/${"approve" | "decline" | "withdraw" | "cancel"}`;

function bodyOf({ reason }: ActionOptions): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}
