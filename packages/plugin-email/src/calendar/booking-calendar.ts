import {
  addDays,
  type Instant,
  type LocalDate,
  type LocalTime,
  type SpaceId,
  toInstant,
  type ZoneId,
} from "@neuadd/core";
import type { BookingFacts, OccurrenceFacts } from "@neuadd/plugin-kit";
import { contentLines, parameterValue, textValue } from "./content-line.ts";
import { type RepeatPattern, repeatPattern } from "./repeat-pattern.ts";
import { localStamp, timeZoneLines, utcStamp } from "./time-zone.ts";

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
 * there. Dates at another time or place than most are exceptions of their own. Without any confirmed date the event
 * is cancelled.
 *
 * Undefined for a booking that was never approved: a request is in no calendar.
 */
export function bookingCalendar(
  booking: BookingFacts,
  setting: CalendarSetting,
): BookingCalendar | undefined {
  const kept = booking.occurrences.filter(
    ({ status }) => status === "confirmed" || status === "completed" || status === "noShow",
  );
  const wasApproved = booking.status === "approved" || booking.status === "cancelled";
  if (!wasApproved) return undefined;
  const event = { booking, setting };
  const [anyDate] = booking.occurrences;
  if (kept.length > 0) return calendarOf("REQUEST", requestEvents(kept, event), kept, setting);
  if (anyDate === undefined) return undefined;
  return calendarOf("CANCEL", cancelledEvent(anyDate, event), [anyDate], setting);
}

interface EventFacts {
  readonly booking: BookingFacts;
  readonly setting: CalendarSetting;
}

function calendarOf(
  method: BookingCalendar["method"],
  events: readonly string[],
  occurrences: readonly OccurrenceFacts[],
  { zone }: CalendarSetting,
): BookingCalendar {
  const starts = occurrences.map(({ start }) => start);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Neuadd//plugin-email//CY",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    ...timeZoneLines(zone, Math.min(...starts), Math.max(...starts)),
    ...events,
    "END:VCALENDAR",
  ];
  return { method, text: contentLines(lines) };
}

/** One event for all dates at the usual time and place, then one for each date that is elsewhere or at another time. */
function requestEvents(kept: readonly OccurrenceFacts[], facts: EventFacts): string[] {
  const { booking, setting } = facts;
  const usual = usualPlacement(kept);
  const dates = kept.map(({ date }) => date);
  const pattern = repeatPattern(dates, booking.request.recurrence?.rule);
  if (usual === undefined || pattern === undefined) return [];
  // Of a single date there is no series to make an exception to.
  const isSeries = pattern.rule !== undefined;
  const moved = isSeries ? kept.filter((one) => placeKey(one) !== placeKey(usual)) : [];
  const start = placedOn(pattern.first, usual);
  return [
    ...eventLines(start, facts, repeatLines(pattern, usual.startTime, setting.zone)),
    ...moved.flatMap((one) => {
      const instead = localStamp(one.date, usual.startTime);
      return eventLines(one, facts, [`RECURRENCE-ID;TZID=${setting.zone}:${instead}`]);
    }),
  ];
}

function cancelledEvent(occurrence: OccurrenceFacts, facts: EventFacts): string[] {
  return eventLines(occurrence, facts, [], "CANCELLED");
}

interface Placed {
  readonly date: LocalDate;
  readonly startTime: LocalTime;
  readonly endTime: LocalTime;
  readonly space: SpaceId;
}

function eventLines(
  { date, startTime, endTime, space }: Placed,
  { booking, setting }: EventFacts,
  more: readonly string[],
  status: "CONFIRMED" | "CANCELLED" = "CONFIRMED",
): string[] {
  const { zone, domain, school, spaceName, organizer, attendee, now } = setting;
  const end =
    endTime === "24:00" ? localStamp(addDays(date, 1), "00:00") : localStamp(date, endTime);
  return [
    "BEGIN:VEVENT",
    `UID:${textValue(`${booking.id}@${domain}`)}`,
    `DTSTAMP:${utcStamp(now)}`,
    `SEQUENCE:${booking.revision}`,
    `DTSTART;TZID=${zone}:${localStamp(date, startTime)}`,
    `DTEND;TZID=${zone}:${end}`,
    ...more,
    `SUMMARY:${textValue(booking.title)}`,
    `LOCATION:${textValue(`${spaceName(space)}, ${school}`)}`,
    `ORGANIZER;CN=${parameterValue(school)}:mailto:${organizer}`,
    `ATTENDEE;CN=${parameterValue(attendee.name)};PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${attendee.email}`,
    `STATUS:${status}`,
    "TRANSP:OPAQUE",
    "END:VEVENT",
  ];
}

function repeatLines(
  { rule, last, exceptDates }: RepeatPattern,
  startTime: LocalTime,
  zone: ZoneId,
): string[] {
  if (rule === undefined) return [];
  // UNTIL is inclusive, and in UTC where DTSTART has a zone (RFC 5545, section 3.3.10).
  const until = utcStamp(toInstant(last, startTime, zone));
  const except = exceptDates.map((date) => localStamp(date, startTime));
  return [
    `RRULE:${rule};UNTIL=${until}`,
    ...(except.length === 0 ? [] : [`EXDATE;TZID=${zone}:${except.join(",")}`]),
  ];
}

/** The time and place that most dates have; the earlier of two that are as frequent. */
function usualPlacement(kept: readonly OccurrenceFacts[]): OccurrenceFacts | undefined {
  const counts = new Map<string, number>();
  for (const one of kept) counts.set(placeKey(one), (counts.get(placeKey(one)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return kept.find((one) => counts.get(placeKey(one)) === most);
}

function placeKey({ startTime, endTime, space }: Omit<Placed, "date">): string {
  return `${startTime} ${endTime} ${space}`;
}

function placedOn(date: LocalDate, { startTime, endTime, space }: Placed): Placed {
  return { date, startTime, endTime, space };
}
