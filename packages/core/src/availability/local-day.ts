import type { Instant } from "../time/interval.ts";
import { addDays, type LocalDate } from "../time/local-date.ts";
import { localTime } from "../time/local-time.ts";
import type { ZoneId } from "../time/zone-name.ts";
import { isNonexistent, toInstant } from "../time/zone.ts";

/** One local day, ready to turn minutes after midnight into instants without asking the zone each time. */
export interface LocalDay {
  readonly date: LocalDate;
  readonly zone: ZoneId;
  /** The day's first instant, and the first of the next day. */
  readonly start: Instant;
  readonly end: Instant;
}

/** The local day of a date. Throws as `toInstant` does. */
export function localDay(date: LocalDate, zone: ZoneId): LocalDay {
  return {
    date,
    zone,
    start: toInstant(date, "00:00", zone),
    end: toInstant(addDays(date, 1), "00:00", zone),
  };
}

/**
 * Whether clocks run through the day without a jump, so that minutes can be added to its start. A day
 * of 24 hours is one: no zone has ever gone forward and back within a day.
 */
export function isPlain({ start, end }: LocalDay): boolean {
  return end - start === DAY_MILLISECONDS;
}

/** The instant of minutes after midnight on the clock, 0 to 1440, with `toInstant`'s rules for jumps. */
export function instantAt(day: LocalDay, minutes: number): Instant {
  if (isPlain(day)) return day.start + minutes * MINUTE_MILLISECONDS;
  return clockMinute(day, minutes).instant;
}

/** Whether clocks show these minutes after midnight on this day, so that a booking can start then. */
export function canStartAt(day: LocalDay, minutes: number): boolean {
  return isPlain(day) || clockMinute(day, minutes).isShown;
}

/**
 * Whether a booking can end at these minutes after midnight. It can at the very moment when clocks go
 * forward, though they never show that time: a booking's end is not part of it.
 */
export function canEndAt(day: LocalDay, minutes: number): boolean {
  return canStartAt(day, minutes) || (minutes > 0 && canStartAt(day, minutes - 1));
}

/** What the clocks of a day with a jump do at some minutes after midnight. */
interface ClockMinute {
  readonly instant: Instant;
  readonly isShown: boolean;
}

/** Of days with a jump: each space that is open then asks for all their minutes. */
const clocks = new WeakMap<LocalDay, Map<number, ClockMinute>>();

function clockMinute(day: LocalDay, minutes: number): ClockMinute {
  const clock = clocks.get(day) ?? new Map<number, ClockMinute>();
  clocks.set(day, clock);
  const known = clock.get(minutes);
  if (known !== undefined) return known;
  const { date, zone } = day;
  const time = localTime(minutes);
  const worked = {
    instant: toInstant(date, time, zone),
    isShown: !isNonexistent(date, time, zone),
  };
  clock.set(minutes, worked);
  return worked;
}

const MINUTE_MILLISECONDS = 60_000;
const DAY_MILLISECONDS = 86_400_000;
