import { localDateOf, type LocalDate } from "@neuadd/core";
import type { BookingRecord } from "../ledger/booking-record.ts";
import type { SchoolState } from "../ledger/school-model.ts";
import type { Services } from "../services.ts";
import { revisionTag } from "./entity-tag.ts";
import type { Exchange, HttpContext } from "./exchange.ts";
import { respondJson } from "./respond.ts";
import { wireBooking } from "./wire/wire-booking.ts";
import type { Wording } from "./wire/wording.ts";

/** How to word an answer about a school, and which day it is there. */
export function wordingOf(
  { clock }: Services,
  { language }: Exchange,
  { school: { zone } }: SchoolState,
): { readonly wording: Wording; readonly today: LocalDate } {
  return { wording: { language, zone }, today: localDateOf(clock.now(), zone) };
}

/** Answers with a booking and its entity tag; 201 says where it is, too. */
export function answerBooking(
  context: HttpContext,
  services: Services,
  school: SchoolState,
  booking: BookingRecord,
  status: 200 | 201,
): Response {
  const { wording, today } = wordingOf(services, context.get("exchange"), school);
  return respondJson(context, status, wireBooking(booking, wording, today), {
    "cache-control": "private, no-cache",
    etag: revisionTag(booking.revision),
    ...(status === 201 && { location: bookingPath(booking) }),
  });
}

function bookingPath({ school, id }: BookingRecord): string {
  return `/v1/schools/${encodeURIComponent(school)}/bookings/${encodeURIComponent(id)}`;
}
