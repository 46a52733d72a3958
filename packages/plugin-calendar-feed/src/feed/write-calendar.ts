import type { ZoneId } from "@neuadd/core";
import { contentLine, textValue } from "./content-line.ts";
import type { FeedEvent } from "./feed-event.ts";
import { timeProperty, timeZoneLines, utcValue } from "./time-zone.ts";

/** A calendar to be published. */
export interface FeedCalendar {
  readonly name: string;
  readonly zone: ZoneId;
  /** What stands after the @ of each UID: a host name of the server, which must never change. */
  readonly domain: string;
  readonly events: readonly FeedEvent[];
}

const PRODUCT = "-//Neuadd//plugin-calendar-feed//CY";
const REFRESH = "PT30M";

/**
 * An iCalendar object (RFC 5545, RFC 7986): published, with the zone described, an event for each date. A date
 * that is cancelled stays, as such, with a later SEQUENCE, so that whoever has it strikes it out.
 */
export function writeCalendar({ name, zone, domain, events }: FeedCalendar): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${PRODUCT}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${textValue(name)}`,
    `X-WR-CALNAME:${textValue(name)}`,
    `X-WR-TIMEZONE:${zone}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...timeZoneLines(zone),
    ...events.flatMap((event) => eventLines(event, zone, domain)),
    "END:VCALENDAR",
  ];
  return lines.map(contentLine).join("");
}

function eventLines(event: FeedEvent, zone: ZoneId, domain: string): string[] {
  const { id, sequence, stamp, start, end, status, summary } = event;
  const { description = "", location = "", categories = [] } = event;
  return [
    "BEGIN:VEVENT",
    `UID:${textValue(`${id}@${domain}`)}`,
    `DTSTAMP:${utcValue(stamp)}`,
    `SEQUENCE:${sequence}`,
    timeProperty("DTSTART", start, zone),
    timeProperty("DTEND", end, zone),
    `SUMMARY:${textValue(summary)}`,
    ...(description === "" ? [] : [`DESCRIPTION:${textValue(description)}`]),
    ...(location === "" ? [] : [`LOCATION:${textValue(location)}`]),
    ...(categories.length === 0 ? [] : [`CATEGORIES:${categories.map(textValue).join(",")}`]),
    `STATUS:${status}`,
    `TRANSP:${status === "CANCELLED" ? "TRANSPARENT" : "OPAQUE"}`,
    "END:VEVENT",
  ];
}
