import { type Instant, isLocalDate, type LocalDate, type LocalTime } from "@neuadd/core";
import { EventRefusal } from "./event-refusal.ts";
import { type OutsideZone, UTC, type ZoneFinder } from "./outside-zone.ts";
import type { ContentLine } from "./read-content-line.ts";

/** A time as a file has it, with the clocks that it is read by. */
export interface OutsideTime {
  readonly date: LocalDate;
  readonly time: LocalTime;
  /** Seconds of the minute: blocks have none. */
  readonly seconds: number;
  readonly zone: OutsideZone;
  /** A date without a time: the whole day. */
  readonly isDate: boolean;
}

const VALUE = /^(\d{4})(\d\d)(\d\d)(?:T([01]\d|2[0-3])([0-5]\d)([0-5]\d|60)(Z?))?$/i;

/**
 * All values of a line. A time without a zone, and a whole day, are the school's own. Throws EventRefusal for what is
 * neither a date nor a time, and for unknown zones.
 */
export function timesOf({ parameters, value }: ContentLine, zoneOf: ZoneFinder): OutsideTime[] {
  const named = parameters.get("TZID");
  return value.split(",").map((text) => {
    const match = VALUE.exec(text.trim());
    if (match === null) throw new EventRefusal("TIME_UNSUPPORTED");
    const [, year, month, day, hour = "00", minute = "00", second = "0", inUtc = ""] = match;
    const date = `${year}-${month}-${day}`;
    if (!isLocalDate(date)) throw new EventRefusal("TIME_UNSUPPORTED");
    const isDate = match[4] === undefined;
    const zone = inUtc === "" ? zoneOf(isDate ? undefined : named) : UTC;
    return { date, time: `${hour}:${minute}`, seconds: Number(second), zone, isDate };
  });
}

/** The one value of a line. */
export function timeOf(line: ContentLine, zoneOf: ZoneFinder): OutsideTime {
  const [time, ...more] = timesOf(line, zoneOf);
  if (time === undefined || more.length > 0) throw new EventRefusal("TIME_UNSUPPORTED");
  return time;
}

export function instantOf({ date, time, seconds, zone }: OutsideTime): Instant {
  return zone.instantOf(date, time) + seconds * 1000;
}

/**
 * The instant of the occurrence of an event that a time names. Some programs name one that has a time by its date alone: that is
 * the one on that day.
 */
export function occurrenceInstant(named: OutsideTime, start: OutsideTime): Instant {
  const isDay = named.isDate && !start.isDate;
  return instantOf(isDay ? { ...start, date: named.date } : named);
}
