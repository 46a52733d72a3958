import { addDays, dayNumber, type Instant } from "@neuadd/core";
import { EventRefusal } from "./event-refusal.ts";
import { instantOf, type OutsideTime, timeOf } from "./outside-time.ts";
import type { ZoneFinder } from "./outside-zone.ts";
import { type CalendarComponent, firstLine } from "./read-components.ts";

/** How long an event lasts. */
export interface EventLength {
  /** No date of it lasts more days. */
  readonly days: number;
  /** When what begins at a time ends: as the clocks show it, so that two hours stay two on the clock. */
  readonly endOf: (begin: OutsideTime) => Instant;
}

const DAY_MS = 86_400_000;

/**
 * Without an end a whole day lasts a day, and a time no time. A whole day that ends on the day it begins, as some programs
 * write it, lasts that day. Throws EventRefusal, also for an end before the beginning.
 */
export function eventLength(
  event: CalendarComponent,
  start: OutsideTime,
  zoneOf: ZoneFinder,
): EventLength {
  const endLine = firstLine(event, "DTEND");
  const end = endLine && timeOf(endLine, zoneOf);
  const isThatDay = start.isDate && end?.date === start.date;
  if (end && !isThatDay) return untilEnd(start, end);
  const duration = firstLine(event, "DURATION")?.value;
  const { days, seconds } =
    duration === undefined ? { days: start.isDate ? 1 : 0, seconds: 0 } : readDuration(duration);
  return {
    days: days + Math.ceil((seconds * 1000) / DAY_MS),
    endOf: (begin) => instantOf({ ...begin, date: addDays(begin.date, days) }) + seconds * 1000,
  };
}

function untilEnd(start: OutsideTime, end: OutsideTime): EventLength {
  if (instantOf(end) < instantOf(start)) throw new EventRefusal("TIME_UNSUPPORTED");
  if (end.zone !== start.zone) {
    const length = instantOf(end) - instantOf(start);
    return {
      days: Math.ceil(length / DAY_MS),
      endOf: (begin) => instantOf(begin) + length,
    };
  }
  const days = dayNumber(end.date) - dayNumber(start.date);
  return {
    days: days + 1,
    endOf: (begin) => instantOf({ ...end, date: addDays(begin.date, days), zone: begin.zone }),
  };
}

function readDuration(text: string): { readonly days: number; readonly seconds: number } {
  const match =
    /^\+?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,8})S)?)?$/i.exec(
      text.trim(),
    );
  if (match === null) throw new EventRefusal("TIME_UNSUPPORTED");
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return { days: weeks * 7 + days, seconds: (hours * 60 + minutes) * 60 + seconds };
}
