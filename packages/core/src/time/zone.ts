import type { Instant } from "./interval.ts";
import { dayNumber, localDate, type LocalDate } from "./local-date.ts";
import { localTime, minutesOfDay, type LocalTime } from "./local-time.ts";
import type { ZoneId } from "./zone-name.ts";
import { offsetAt, offsetChanges, offsetOfConstantDays } from "./zone-offset.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * The instant at which the clocks of a zone show a local date and time.
 *
 * A time in a gap, when clocks go forward, is taken with the offset before the gap (RFC 5545 section 3.3.5): 01:30
 * on the day London's clocks go forward is 01:30Z, which clocks there show as 02:30. A time that comes twice, when
 * clocks go back, is the first of the two. `24:00` is 00:00 of the next day.
 * Throws LOCAL_DATE_INVALID, LOCAL_TIME_INVALID or ZONE_UNKNOWN.
 *
 * @example
 * ```ts
 * import { toInstant } from "@neuadd/core";
 *
 * toInstant("2026-09-08", "18:00", "Europe/London") === Date.UTC(2026, 8, 8, 17); //=> true
 * toInstant("2026-12-08", "18:00", "Europe/London") === Date.UTC(2026, 11, 8, 18); //=> true
 * ```
 */
export function toInstant(date: LocalDate, time: LocalTime, zone: ZoneId): Instant {
  return resolve(date, time, zone).instant;
}

/**
 * Whether the clocks of a zone never show a local date and time, because they go forward past it.
 * `24:00` is asked as 00:00 of the next day. Throws as `toInstant` does.
 *
 * @example
 * ```ts
 * import { isNonexistent } from "@neuadd/core";
 *
 * isNonexistent("2027-03-28", "01:30", "Europe/London"); //=> true
 * isNonexistent("2027-03-28", "02:00", "Europe/London"); //=> false
 * ```
 */
export function isNonexistent(date: LocalDate, time: LocalTime, zone: ZoneId): boolean {
  return resolve(date, time, zone).isInGap;
}

/**
 * How many minutes the clocks of a zone are ahead of UTC at an instant; negative west of Greenwich. Not whole where a
 * zone once kept local mean time to the second, as London did before December 1847.
 * Throws ZONE_UNKNOWN, or LOCAL_DATE_INVALID for an instant outside the years 0001 to 9999.
 */
export function offsetMinutes(instant: Instant, zone: ZoneId): number {
  return offsetAt(instant, zone) / MINUTE;
}

/**
 * What the clocks and calendars of a zone show at an instant; seconds are left off. The time is 00:00 to 23:59.
 * Throws as `offsetMinutes` does.
 *
 * @example
 * ```ts
 * import { toLocal } from "@neuadd/core";
 *
 * toLocal(Date.UTC(2026, 8, 8, 17), "Europe/London"); //=> { date: "2026-09-08", time: "18:00" }
 * ```
 */
export function toLocal(
  instant: Instant,
  zone: ZoneId,
): { readonly date: LocalDate; readonly time: LocalTime } {
  const clock = instant + offsetAt(instant, zone);
  const day = Math.floor(clock / DAY);
  return { date: localDate(day), time: localTime(Math.floor((clock - day * DAY) / MINUTE)) };
}

/** The date in a zone at an instant. Throws as `offsetMinutes` does. */
export function localDateOf(instant: Instant, zone: ZoneId): LocalDate {
  return localDate(Math.floor((instant + offsetAt(instant, zone)) / DAY));
}

/**
 * Writes an instant as RFC 3339 with the zone's offset, to the second; milliseconds only if there are any.
 * An offset that is not whole minutes is rounded, since RFC 3339 can't say it: the text still names the same instant.
 * Throws as `offsetMinutes` does.
 *
 * @example
 * ```ts
 * import { toRfc3339 } from "@neuadd/core";
 *
 * toRfc3339(Date.UTC(2026, 8, 8, 17), "Europe/London"); //=> "2026-09-08T18:00:00+01:00"
 * ```
 */
export function toRfc3339(instant: Instant, zone: ZoneId): string {
  const offset = Math.round(offsetMinutes(instant, zone));
  const clock = instant + offset * MINUTE;
  const day = Math.floor(clock / DAY);
  const time = localTime(Math.floor((clock - day * DAY) / MINUTE));
  const seconds = writeSeconds(clock - Math.floor(clock / MINUTE) * MINUTE);
  return `${localDate(day)}T${time}:${seconds}${offset < 0 ? "-" : "+"}${localTime(Math.abs(offset))}`;
}

/** Milliseconds of a minute, as seconds; nearly every instant that is written is a whole minute. */
function writeSeconds(milliseconds: number): string {
  if (milliseconds === 0) return "00";
  return new Date(milliseconds).toISOString().slice(17, 23).replace(".000", "");
}

function resolve(
  date: LocalDate,
  time: LocalTime,
  zone: ZoneId,
): { readonly instant: Instant; readonly isInGap: boolean } {
  const clock = dayNumber(date) * DAY + minutesOfDay(time) * MINUTE;
  // Offsets are less than a day, so whatever bears on this clock time happens within a day before and after its date.
  const day = Math.floor(clock / DAY);
  const constant = offsetOfConstantDays(day - 1, day + 2, zone);
  if (constant !== undefined) return { instant: clock - constant, isInGap: false };
  const { before, changes } = offsetChanges(day - 1, day + 2, zone);
  let offset = before;
  for (const change of changes) {
    if (clock - offset < change.at) return { instant: clock - offset, isInGap: false };
    if (clock < change.at + change.offset) return { instant: clock - offset, isInGap: true };
    offset = change.offset;
  }
  return { instant: clock - offset, isInGap: false };
}
