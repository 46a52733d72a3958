import type { Amendment, Booking, BookingPreview } from "./answers.ts";
import { createBookingActions, type BookingActions } from "./booking-actions.ts";
import type { BookingName, SeenBooking } from "./booking-name.ts";
import {
  idempotencyHeader,
  type CallOptions,
  type RereadOptions,
  type WriteOptions,
} from "./call-options.ts";
import type { Connection } from "./connection.ts";
import { follow, type FollowOptions } from "./follow.ts";
import { createListing, pageQuery, type Listing } from "./listing.ts";
import type {
  BookingAmendment,
  BookingChange,
  BookingFilters,
  BookingPreviewRequest,
  BookingRequest,
} from "./requests.ts";
import { reread, tagged, taggedBody } from "./tagged.ts";

/** One page of bookings. */
export interface BookingsPage {
  readonly zone: string;
  /** The date that it is at the school now. */
  readonly today: string;
  readonly items: readonly Booking[];
}

/** What an amendment would do, and what the school's clocks show. */
export type AmendmentPreview = Amendment & { readonly zone: string; readonly today: string };

/** Previewing, asking for, answering, changing and ending bookings. A key is needed for all of it. */
export interface Bookings extends BookingActions {
  /** What a request would get, date by date, and what it would cost. Writes nothing. */
  preview(
    school: string,
    request: BookingPreviewRequest,
    options?: CallOptions,
  ): Promise<BookingPreview>;
  /**
   * Asks for a booking. With `expectedDigest`, the digest of the preview, nothing is written unless the decision is still the
   * one that was shown. Throws DECISION_CHANGED and SERIES_NOT_BOOKABLE, both with the decision as it is now.
   */
  book(school: string, request: BookingRequest, options?: WriteOptions): Promise<Booking>;
  /** Throws BOOKING_UNKNOWN, also for a booking that the key may not see. */
  get(school: string, id: string, options?: RereadOptions<Booking>): Promise<Booking>;
  /** A hirer's key lists its own, a school's all of the school. */
  list(
    school: string,
    filters?: BookingFilters,
    options?: CallOptions,
  ): Listing<Booking, BookingsPage>;
  /** What a change would do to each date. Writes nothing. */
  previewAmendment(
    booking: BookingName,
    change: BookingChange,
    options?: CallOptions,
  ): Promise<AmendmentPreview>;
  /**
   * Changes a booking. Throws AMENDMENT_NOT_POSSIBLE when dates can't move, unless `expectedDigest` says that the caller knows
   * which; DECISION_CHANGED when it would do something else than was shown; REVISION_STALE.
   */
  amend(
    booking: SeenBooking,
    change: BookingAmendment,
    options?: WriteOptions,
  ): Promise<{ readonly booking: Booking; readonly amendment: Amendment }>;
  /**
   * Yields the booking as it is now, and again each time it has changed: a hirer waits for the school's answer so. Never ends
   * by itself; leave the loop, or abort the signal.
   */
  follow(booking: BookingName, options?: FollowOptions): AsyncGenerator<Booking, void, undefined>;
}

export function createBookings(connection: Connection): Bookings {
  return {
    ...createBookingActions(connection),
    ...requesting(connection),
    ...reading(connection),
    ...amending(connection),
  };
}

function requesting({ call }: Connection): Pick<Bookings, "preview" | "book"> {
  return {
    async preview(school, request, options = {}) {
      const path = "/v1/schools/{school}/bookings/preview";
      const input = { names: { school }, body: request };
      const { body } = await call("post", path, input, { ...options, writesNothing: true });
      return body;
    },
    book(school, body, options = {}) {
      const input = { names: { school }, headers: idempotencyHeader(options), body };
      return taggedBody(call("post", "/v1/schools/{school}/bookings", input, options));
    },
  };
}

function reading(connection: Connection): Pick<Bookings, "get" | "list" | "follow"> {
  const { call } = connection;

  function get(school: string, id: string, options: RereadOptions<Booking> = {}): Promise<Booking> {
    const input = { names: { school, booking: id } };
    return reread(options, (all) =>
      call("get", "/v1/schools/{school}/bookings/{booking}", input, all),
    );
  }
  return {
    get,
    list(school, filters = {}, options = {}) {
      return createListing("cursor", async (cursor) => {
        const input = { names: { school }, query: pageQuery(filters, cursor) };
        const path = "/v1/schools/{school}/bookings";
        const { body, headers } = await call("get", path, input, options);
        return { body: { ...body, items: body.items.map((item) => tagged(item)) }, headers };
      });
    },
    follow({ school, id }, options = {}) {
      let last: Booking | undefined;
      async function askForNews() {
        const { signal } = options;
        const booking = await get(school, id, { signal, previous: last });
        const isNews = booking !== last;
        last = booking;
        return { items: isNews ? [booking] : [], hasMore: false };
      }
      return follow(connection, askForNews, options);
    },
  };
}

function amending({ call }: Connection): Pick<Bookings, "previewAmendment" | "amend"> {
  return {
    async previewAmendment({ school, id }, change, options = {}) {
      const path = "/v1/schools/{school}/bookings/{booking}/amend/preview";
      const input = { names: { school, booking: id }, body: change };
      const { body } = await call("post", path, input, { ...options, writesNothing: true });
      return body;
    },
    async amend({ school, id, etag }, change, options = {}) {
      const path = "/v1/schools/{school}/bookings/{booking}/amend";
      const headers = { ...idempotencyHeader(options), "If-Match": etag };
      const input = { names: { school, booking: id }, headers, body: change };
      const { body } = await call("post", path, input, options);
      return { booking: tagged(body.booking), amendment: body.amendment };
    },
  };
}
