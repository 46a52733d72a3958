import { type Instant, type Interval, toInstant, toLocal, type ZoneId } from "@neuadd/core";
import { localStamp, textValue, utcStamp } from "@neuadd/plugin-kit/icalendar";

/** A time that is taken, by itself: a block, or what anyone may know of a booking. */
export interface FeedEvent extends Interval {
  /** The same for ever: what a calendar knows the time by. Without the part after the @. */
  readonly id: string;
  /** Only grows. */
  readonly sequence: number;
  /** DTSTAMP. */
  readonly stamp: Instant;
  readonly status: "CONFIRMED" | "TENTATIVE";
  readonly summary: string;
  readonly location?: string;
  readonly categories?: readonly string[];
}

/** By start, then by id: the same events give the same calendar. */
export function inOrder(events: readonly FeedEvent[]): FeedEvent[] {
  return events.toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
}

/** Its content lines, before they are folded. */
export function feedEventLines(event: FeedEvent, zone: ZoneId, domain: string): string[] {
  const { id, sequence, stamp, start, end, status, summary } = event;
  const { location = "", categories = [] } = event;
  return [
    "BEGIN:VEVENT",
    `UID:${textValue(`${id}@${domain}`)}`,
    `DTSTAMP:${utcStamp(stamp)}`,
    `SEQUENCE:${sequence}`,
    timeProperty("DTSTART", start, zone),
    timeProperty("DTEND", end, zone),
    `SUMMARY:${textValue(summary)}`,
    ...(location === "" ? [] : [`LOCATION:${textValue(location)}`]),
    ...(categories.length === 0 ? [] : [`CATEGORIES:${categories.map(textValue).join(",")}`]),
    `STATUS:${status}`,
    "TRANSP:OPAQUE",
    "END:VEVENT",
  ];
}

/** `DTSTART;TZID=Europe/London:20260908T180000`, or in UTC where local time can't say it. */
function timeProperty(name: "DTSTART" | "DTEND", instant: Instant, zone: ZoneId): string {
  const { date, time } = toLocal(instant, zone);
  // The second of two equal hours in October has no local form of its own.
  return toInstant(date, time, zone) === instant
    ? `${name};TZID=${zone}:${localStamp(date, time)}`
    : `${name}:${utcStamp(instant)}`;
}
