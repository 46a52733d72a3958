import {
  type Instant,
  type Interval,
  type LocalDate,
  type LocalTime,
  mergeIntervals,
  toInstant,
  toLocal,
  type ZoneId,
} from "@neuadd/core";

/** Time of one local day, as a block takes it. */
export interface DayPiece {
  readonly date: LocalDate;
  readonly startTime: LocalTime;
  readonly endTime: LocalTime;
}

const MINUTE_MS = 60_000;

/** What is taken, whole minutes, day by day in a zone, without what is over by `now`. Overlapping times become one. */
export function dayPieces(taken: readonly Interval[], zone: ZoneId, now: Instant): DayPiece[] {
  const whole = taken.map(({ start, end }) => ({
    start: Math.floor(start / MINUTE_MS) * MINUTE_MS,
    end: Math.ceil(end / MINUTE_MS) * MINUTE_MS,
  }));
  return mergeIntervals(whole)
    .filter(({ end }) => end > now)
    .flatMap((interval) => splitAtMidnight(interval, zone))
    .filter(
      ({ date, startTime, endTime }) => startTime < endTime && toInstant(date, endTime, zone) > now,
    );
}

function splitAtMidnight({ start, end }: Interval, zone: ZoneId): DayPiece[] {
  const pieces: DayPiece[] = [];
  for (let from = start; from < end;) {
    const { date, time: startTime } = toLocal(from, zone);
    const midnight = toInstant(date, "24:00", zone);
    const endTime = end < midnight ? toLocal(end, zone).time : "24:00";
    pieces.push({ date, startTime, endTime });
    from = midnight;
  }
  return pieces;
}
