import {
  type Instant,
  isZone,
  type LocalDate,
  type LocalTime,
  toInstant,
  type ZoneId,
} from "@neuadd/core";
import type ICAL from "ical.js";
import { EventRefusal } from "./event-refusal.ts";

/** A time as a file has it, with the zone that it is read in. */
export interface OutsideTime {
  readonly date: LocalDate;
  readonly time: LocalTime;
  /** Seconds of the minute: blocks have none. */
  readonly seconds: number;
  readonly zone: ZoneId;
  /** A date without a time: the whole day. */
  readonly isDate: boolean;
}

/** Names that Microsoft's calendars have for zones (CLDR windowsZones), as far as schools here may meet them. */
const WINDOWS_ZONES: Readonly<Record<string, ZoneId>> = {
  "GMT Standard Time": "Europe/London",
  "Greenwich Standard Time": "Atlantic/Reykjavik",
  "W. Europe Standard Time": "Europe/Berlin",
  "Romance Standard Time": "Europe/Paris",
  "Central Europe Standard Time": "Europe/Budapest",
  "Coordinated Universal Time": "UTC",
};

/** All values of a property. Throws an EventRefusal for what is neither a date nor a time, and for unknown zones. */
export function timesOf(property: ICAL.Property, schoolZone: ZoneId): OutsideTime[] {
  const [, , type, ...values] = property.jCal as unknown[];
  if (type !== "date" && type !== "date-time") throw new EventRefusal("TIME_UNSUPPORTED");
  const zoneName: unknown = property.getParameter("tzid");
  return values.map((value) => {
    const text = String(value);
    const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d):(\d\d)(Z?))?$/.exec(text);
    const [, date = "", time = "00:00", seconds = "0", inUtc = ""] = match ?? [];
    if (match === null) throw new EventRefusal("TIME_UNSUPPORTED");
    const zone = inUtc === "" ? zoneOf(zoneName, schoolZone) : "UTC";
    return { date, time, seconds: Number(seconds), zone, isDate: type === "date" };
  });
}

/** The one value of a property. */
export function timeOf(property: ICAL.Property, schoolZone: ZoneId): OutsideTime {
  const [time, ...more] = timesOf(property, schoolZone);
  if (time === undefined || more.length > 0) throw new EventRefusal("TIME_UNSUPPORTED");
  return time;
}

export function instantOf({ date, time, seconds, zone }: OutsideTime): Instant {
  return toInstant(date, time, zone) + seconds * 1000;
}

/** A time without a zone, and a whole day, are the school's own. */
function zoneOf(name: unknown, schoolZone: ZoneId): ZoneId {
  if (typeof name !== "string") return schoolZone;
  const lastParts = name.split("/").slice(-2).join("/");
  const zone = [name, WINDOWS_ZONES[name] ?? "", lastParts].find(
    (one) => one !== "" && isZone(one),
  );
  if (zone === undefined) throw new EventRefusal("ZONE_UNKNOWN");
  return zone;
}
