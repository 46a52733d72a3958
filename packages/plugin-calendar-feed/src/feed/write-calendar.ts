import type { Instant, ZoneId } from "@neuadd/core";
import { contentLines, textValue, timeZoneLines } from "@neuadd/plugin-kit/icalendar";

/** A calendar to be published. */
export interface FeedCalendar {
  readonly name: string;
  readonly zone: ZoneId;
  /** From when to when the zone has to be described. */
  readonly from: Instant;
  readonly to: Instant;
  /** Content lines of its events, before they are folded. */
  readonly events: readonly string[];
}

const PRODUCT = "-//Neuadd//plugin-calendar-feed//CY";
const REFRESH = "PT30M";

/** An iCalendar object (RFC 5545, RFC 7986): published, with the zone described. */
export function writeCalendar({ name, zone, from, to, events }: FeedCalendar): string {
  return contentLines([
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
    ...timeZoneLines(zone, from, to),
    ...events,
    "END:VCALENDAR",
  ]);
}
