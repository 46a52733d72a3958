import type { Instant, SpaceId, ZoneId } from "@neuadd/core";
import type { BookingFacts } from "@neuadd/plugin-kit";
import {
  bookingSeries,
  contentLines,
  parameterValue,
  timeZoneLines,
} from "@neuadd/plugin-kit/icalendar";

/** A calendar object for a letter (RFC 5546), and the method that its media type has to name. */
export interface BookingCalendar {
  readonly method: "REQUEST" | "CANCEL";
  readonly text: string;
}

/** What of the world around a booking its calendar tells. */
export interface CalendarSetting {
  readonly now: Instant;
  readonly zone: ZoneId;
  /** The right-hand side of the UID: a host name of the server. It must never change. */
  readonly domain: string;
  readonly school: string;
  readonly spaceName: (space: SpaceId) => string;
  readonly organizer: string;
  readonly attendee: { readonly name: string; readonly email: string };
}

/**
 * The booking as the hirer's calendar is to have it now: its confirmed dates as one event with a stable UID, SEQUENCE
 * growing with every change (RFC 5545, section 3.8.7.4), so that each letter replaces what the one before it has put
 * there. Without any confirmed date the event is cancelled.
 *
 * Undefined for a booking that was never approved: a request is in no calendar.
 */
export function bookingCalendar(
  booking: BookingFacts,
  setting: CalendarSetting,
): BookingCalendar | undefined {
  const { zone, domain, school, spaceName, organizer, attendee, now } = setting;
  const wasApproved = booking.status === "approved" || booking.status === "cancelled";
  if (!wasApproved) return undefined;
  const series = bookingSeries(booking, {
    zone,
    domain,
    stamp: now,
    placeName: (space) => `${spaceName(space)}, ${school}`,
    gone: "leftOut",
    more: [
      `ORGANIZER;CN=${parameterValue(school)}:mailto:${organizer}`,
      `ATTENDEE;CN=${parameterValue(attendee.name)};PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${attendee.email}`,
    ],
  });
  if (series === undefined) return undefined;
  const method = series.status === "CANCELLED" ? "CANCEL" : "REQUEST";
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Neuadd//plugin-email//CY",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    ...timeZoneLines(zone, series.from, series.to),
    ...series.lines,
    "END:VCALENDAR",
  ];
  return { method, text: contentLines(lines) };
}
