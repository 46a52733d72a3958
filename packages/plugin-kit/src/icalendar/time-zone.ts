import { type Instant, offsetMinutes, type ZoneId } from "@neuadd/core";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MARGIN = 400 * 24 * HOUR;

/**
 * The VTIMEZONE of a zone, for times between two instants. London's by its rule, which calendars know best; any other by the
 * changes of its clocks within a year before and after.
 */
export function timeZoneLines(zone: ZoneId, from: Instant, to: Instant): string[] {
  const observances =
    zone === "Europe/London" ? LONDON : observancesBetween(zone, from - MARGIN, to + MARGIN);
  return ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...observances, "END:VTIMEZONE"];
}

/** As an RFC 5545 local time: `20260908T180000`. */
export function localStamp(date: string, time: string): string {
  return `${date.replaceAll("-", "")}T${time.replace(":", "")}00`;
}

/** As an RFC 5545 UTC time: `20260908T170000Z`. */
export function utcStamp(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

const LONDON: readonly string[] = [
  "BEGIN:DAYLIGHT",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0100",
  "TZNAME:BST",
  "DTSTART:19810329T010000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0000",
  "TZNAME:GMT",
  "DTSTART:19961027T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
];

/** One observance at the start, and one for each change after it. */
function observancesBetween(zone: ZoneId, from: Instant, to: Instant): string[] {
  let before = offsetMinutes(from, zone);
  const lines = observance(from, before, before);
  for (let hour = Math.ceil(from / HOUR) * HOUR; hour <= to; hour += HOUR) {
    const after = offsetMinutes(hour, zone);
    if (after === before) continue;
    lines.push(...observance(hour, before, after));
    before = after;
  }
  return lines;
}

/** A change is announced by the clock that went until then. */
function observance(at: Instant, before: number, after: number): string[] {
  const kind = after > before ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${kind}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(after)}`,
    `DTSTART:${utcStamp(at + before * MINUTE).slice(0, -1)}`,
    `END:${kind}`,
  ];
}

function offset(minutes: number): string {
  const size = Math.abs(Math.round(minutes));
  const digits = [Math.floor(size / 60), size % 60].map((part) => `${part}`.padStart(2, "0"));
  return `${minutes < 0 ? "-" : "+"}${digits.join("")}`;
}
