import {
  addDays,
  type Instant,
  type LocalDate,
  type LocalTime,
  type SpaceId,
  toInstant,
  type ZoneId,
} from "@neuadd/core";
import type { BookingFacts, OccurrenceFacts } from "../booking-facts.ts";
import { textValue } from "./content-line.ts";
import { type RepeatPattern, repeatPattern } from "./repeat-pattern.ts";
import { localStamp, utcStamp } from "./time-zone.ts";

/** What of the world around a booking its calendar tells. */
export interface SeriesSetting {
  readonly zone: ZoneId;
  /** What stands after the @ of the UID: a host name of the server. It must never change. */
  readonly domain: string;
  /** DTSTAMP. */
  readonly stamp: Instant;
  readonly placeName: (space: SpaceId) => string;
  /**
   * What becomes of dates that were to be and are not: shown as cancelled, so that whoever has them strikes them out, or
   * left out, since a request of iTIP may have no cancelled date (RFC 5546, section 3.2.2).
   */
  readonly gone: "struckOut" | "leftOut";
  /** Further properties of each event, as content lines before they are folded. */
  readonly more?: readonly string[];
}

export type SeriesStatus = "CONFIRMED" | "TENTATIVE" | "CANCELLED";

/** A booking as calendars know it: content lines before they are folded, and from when to when they reach. */
export interface BookingSeries {
  /** Of the booking as a whole: CANCELLED when no date is left. */
  readonly status: SeriesStatus;
  readonly lines: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * A booking as one event of a calendar (RFC 5545), the same wherever it is told, in a letter or in a feed: its UID is that
 * of the booking, and SEQUENCE grows with each change of it, so that a calendar which hears of it twice has it once. Dates at
 * another time or place than most are exceptions of their own, by RECURRENCE-ID; a date is known by the usual time on it.
 *
 * Undefined when no date was ever to be: they were all denied or left out.
 */
export function bookingSeries(
  booking: BookingFacts,
  setting: SeriesSetting,
): BookingSeries | undefined {
  const dates = booking.occurrences.flatMap((one) => {
    const status = STATUSES[one.status];
    return status === undefined ? [] : [{ ...one, event: status }];
  });
  const kept = dates.filter(({ event }) => event !== "CANCELLED");
  const told = kept.length === 0 || setting.gone === "struckOut" ? dates : kept;
  const usual = usualPlacement(kept.length === 0 ? dates : kept);
  const pattern = repeatPattern(
    told.map(({ date }) => date),
    booking.request.recurrence?.rule,
  );
  const [first] = told;
  if (usual === undefined || pattern === undefined || first === undefined) return undefined;
  const starts = told.map(({ start }) => start);
  const reach = { from: Math.min(...starts), to: Math.max(...starts) };
  const facts: SeriesFacts = { booking, setting };
  // Of a single date there is no series to make an exception to.
  if (pattern.rule === undefined) {
    const lines = eventLines(first, first.event, facts, []);
    return { status: first.event, lines, ...reach };
  }
  const status = usual.event;
  const exceptions = told.filter(
    (one) => one.event !== status || placeKey(one) !== placeKey(usual),
  );
  const lines = [
    ...eventLines(
      { ...usual, date: pattern.first },
      status,
      facts,
      repeatLines(pattern, usual.startTime, setting.zone),
    ),
    ...exceptions.flatMap((one) => {
      const usually = localStamp(one.date, usual.startTime);
      return eventLines(one, one.event, facts, [`RECURRENCE-ID;TZID=${setting.zone}:${usually}`]);
    }),
  ];
  return { status, lines, ...reach };
}

const STATUSES: Readonly<Partial<Record<OccurrenceFacts["status"], SeriesStatus>>> = {
  requested: "TENTATIVE",
  confirmed: "CONFIRMED",
  completed: "CONFIRMED",
  noShow: "CONFIRMED",
  cancelled: "CANCELLED",
  displaced: "CANCELLED",
};

interface SeriesFacts {
  readonly booking: BookingFacts;
  readonly setting: SeriesSetting;
}

interface Placed {
  readonly date: LocalDate;
  readonly startTime: LocalTime;
  readonly endTime: LocalTime;
  readonly space: SpaceId;
}

function eventLines(
  { date, startTime, endTime, space }: Placed,
  status: SeriesStatus,
  { booking, setting }: SeriesFacts,
  recurrence: readonly string[],
): string[] {
  const { zone, domain, stamp, placeName, more = [] } = setting;
  const isWholeEvening = endTime === "24:00";
  const end = isWholeEvening ? localStamp(addDays(date, 1), "00:00") : localStamp(date, endTime);
  return [
    "BEGIN:VEVENT",
    `UID:${textValue(`${booking.id}@${domain}`)}`,
    `DTSTAMP:${utcStamp(stamp)}`,
    `SEQUENCE:${booking.revision}`,
    `DTSTART;TZID=${zone}:${localStamp(date, startTime)}`,
    `DTEND;TZID=${zone}:${end}`,
    ...recurrence,
    `SUMMARY:${textValue(booking.title)}`,
    `LOCATION:${textValue(placeName(space))}`,
    ...more,
    `STATUS:${status}`,
    `TRANSP:${status === "CANCELLED" ? "TRANSPARENT" : "OPAQUE"}`,
    "END:VEVENT",
  ];
}

function repeatLines(
  { rule, last, exceptDates }: RepeatPattern,
  startTime: LocalTime,
  zone: ZoneId,
): string[] {
  // UNTIL is inclusive, and in UTC where DTSTART has a zone (RFC 5545, section 3.3.10).
  const until = utcStamp(toInstant(last, startTime, zone));
  const except = exceptDates.map((date) => localStamp(date, startTime));
  return [
    `RRULE:${rule};UNTIL=${until}`,
    ...(except.length === 0 ? [] : [`EXDATE;TZID=${zone}:${except.join(",")}`]),
  ];
}

/** The time and place that most dates have; the earlier of two that are as frequent. */
function usualPlacement<Dated extends Placed>(dates: readonly Dated[]): Dated | undefined {
  const counts = new Map<string, number>();
  for (const one of dates) counts.set(placeKey(one), (counts.get(placeKey(one)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return dates.find((one) => counts.get(placeKey(one)) === most);
}

function placeKey({ startTime, endTime, space }: Omit<Placed, "date">): string {
  return `${startTime} ${endTime} ${space}`;
}
