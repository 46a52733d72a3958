import {
  type Instant,
  type Interval,
  type LocalDate,
  type LocalTime,
  toInstant,
  toLocal,
  type ZoneId,
} from "@neuadd/core";
import { eventsNoted } from "./events-noted.ts";
import type { TakenTime } from "./read-outside-calendar.ts";

/** Time of one local day, as a block takes it. */
export interface DayPiece {
  readonly date: LocalDate;
  readonly startTime: LocalTime;
  readonly endTime: LocalTime;
}

/** A piece with the events that take it; undefined: too many to note. */
export interface TakenPiece extends DayPiece {
  readonly events: readonly string[] | undefined;
}

const MINUTE_MS = 60_000;

/** What is taken, whole minutes, day by day in a zone, without what is over by `now`. Overlapping times become one. */
export function dayPieces(taken: readonly TakenTime[], zone: ZoneId, now: Instant): TakenPiece[] {
  return joined(taken)
    .filter(({ end }) => end > now)
    .flatMap(({ start, end, events }) =>
      localPieces({ start, end }, zone).map((piece) => ({ ...piece, events: eventsNoted(events) })),
    )
    .filter(({ date, endTime }) => toInstant(date, endTime, zone) > now);
}

/** An interval of whole minutes, day by day in a zone. */
export function localPieces({ start, end }: Interval, zone: ZoneId): DayPiece[] {
  const pieces: DayPiece[] = [];
  for (let from = start; from < end;) {
    const { date, time: startTime } = toLocal(from, zone);
    const midnight = toInstant(date, "24:00", zone);
    const endTime = end < midnight ? toLocal(end, zone).time : "24:00";
    if (startTime < endTime) pieces.push({ date, startTime, endTime });
    from = midnight;
  }
  return pieces;
}

/** When a piece is. */
export function intervalOf({ date, startTime, endTime }: DayPiece, zone: ZoneId): Interval {
  return { start: toInstant(date, startTime, zone), end: toInstant(date, endTime, zone) };
}

/** Times that overlap or touch as one, in order, each with all its events. */
function joined(
  taken: readonly TakenTime[],
): { readonly start: Instant; readonly end: Instant; readonly events: ReadonlySet<string> }[] {
  const times: { readonly start: Instant; end: Instant; readonly events: Set<string> }[] = [];
  for (const { start, end, event } of taken.toSorted((one, other) => one.start - other.start)) {
    const from = Math.floor(start / MINUTE_MS) * MINUTE_MS;
    const to = Math.ceil(end / MINUTE_MS) * MINUTE_MS;
    const current = times.at(-1);
    if (current === undefined || from > current.end) {
      times.push({ start: from, end: to, events: new Set([event]) });
    } else {
      current.end = Math.max(current.end, to);
      current.events.add(event);
    }
  }
  return times;
}
