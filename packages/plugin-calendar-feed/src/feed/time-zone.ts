import { type Instant, toInstant, toLocal, type ZoneId } from "@neuadd/core";

const LONDON = "Europe/London";

/** RFC 5545 section 3.6.5: the rules of the United Kingdom since 1996. */
const LONDON_LINES: readonly string[] = [
  "BEGIN:VTIMEZONE",
  `TZID:${LONDON}`,
  "BEGIN:DAYLIGHT",
  "DTSTART:19960331T010000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0100",
  "TZNAME:BST",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "DTSTART:19961027T020000",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0000",
  "TZNAME:GMT",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/** The lines that describe a zone to whoever reads the calendar. None for a zone other than London: its times are in UTC. */
export function timeZoneLines(zone: ZoneId): readonly string[] {
  return zone === LONDON ? LONDON_LINES : [];
}

/** `DTSTART;TZID=Europe/London:20260908T180000`, or in UTC where local time can't say it. */
export function timeProperty(name: "DTSTART" | "DTEND", instant: Instant, zone: ZoneId): string {
  const { date, time } = toLocal(instant, zone);
  // The second of two equal hours in October has no local form of its own.
  if (zone !== LONDON || toInstant(date, time, zone) !== instant) {
    return `${name}:${utcValue(instant)}`;
  }
  return `${name};TZID=${zone}:${date.replaceAll("-", "")}T${time.replace(":", "")}00`;
}

/** `20260908T170000Z`. */
export function utcValue(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}
