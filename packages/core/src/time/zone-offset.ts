import { tzName, tzOffset } from "@date-fns/tz";
import { CoreError } from "../errors.ts";
import { EARLIEST_DAY, LATEST_DAY } from "./civil-calendar.ts";
import type { Instant } from "./interval.ts";
import type { DayNumber } from "./civil-calendar.ts";
import { assertZone } from "./zone-name.ts";
import type { ZoneId } from "./zone-name.ts";

/** From `at` on, clocks are `offset` milliseconds ahead of UTC. */
interface OffsetChange {
  readonly at: Instant;
  readonly offset: number;
}

/** Milliseconds that the clocks of a zone are ahead of UTC at an instant. Throws ZONE_UNKNOWN and LOCAL_DATE_INVALID. */
export function offsetAt(instant: Instant, zone: ZoneId): number {
  const day = Math.floor(instant / DAY);
  // Written so that NaN is refused as well.
  if (!(day >= EARLIEST_DAY && day <= LATEST_DAY)) {
    throw new CoreError("LOCAL_DATE_INVALID", {
      cy: `Mae'r ennyd ${instant} y tu allan i'r blynyddoedd 0001 i 9999. Rhoddir enydau mewn milieiliadau ers 1970-01-01T00:00:00Z.`,
      en: `The instant ${instant} lies outside the years 0001 to 9999. Instants are milliseconds since 1970-01-01T00:00:00Z.`,
    });
  }
  const memo = memoOf(zone);
  const before = offsetAtStart(day, memo);
  if (offsetAtStart(day + 1, memo) === before) return before;
  const change = changeWithin(day, memo);
  return instant < change.at ? before : change.offset;
}

/**
 * The offset that a zone keeps from 00:00Z of day `from` to 00:00Z of day `to`, or undefined if it changes between.
 * Good for spans of up to three days: no zone of the IANA data has ever changed its offset and changed it back within
 * less (the nearest two changes, in Freetown in 1939, lie 95 hours apart).
 */
export function offsetOfConstantDays(
  from: DayNumber,
  to: DayNumber,
  zone: ZoneId,
): number | undefined {
  const memo = memoOf(zone);
  const offset = offsetAtStart(from, memo);
  return offsetAtStart(to, memo) === offset ? offset : undefined;
}

/** The changes of offset from 00:00Z of day `from` up to 00:00Z of day `to`, in order, and the offset before them. */
export function offsetChanges(
  from: DayNumber,
  to: DayNumber,
  zone: ZoneId,
): { readonly before: number; readonly changes: readonly OffsetChange[] } {
  const memo = memoOf(zone);
  const changes: OffsetChange[] = [];
  for (let day = from; day < to; day += 1) {
    if (offsetAtStart(day, memo) !== offsetAtStart(day + 1, memo)) {
      changes.push(changeWithin(day, memo));
    }
  }
  return { before: offsetAtStart(from, memo), changes };
}

const SECOND = 1000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** What has been read of one zone. It only saves time: forgetting any of it changes no answer. */
interface ZoneMemo {
  readonly zone: ZoneId;
  readonly offsetsAtStart: Map<DayNumber, number>;
  readonly changes: Map<DayNumber, OffsetChange>;
}

const MAXIMUM_ZONES = 64;
const MAXIMUM_DAYS = 8192;
const memos = new Map<ZoneId, ZoneMemo>();

function memoOf(zone: ZoneId): ZoneMemo {
  const known = memos.get(zone);
  if (known !== undefined) return known;
  // tzOffset looks names up in plain objects and else reads an offset out of any text, so that "constructor" and
  // "Nowhere+01" would pass for zones: only checked names may reach it.
  assertZone(zone);
  const memo: ZoneMemo = { zone, offsetsAtStart: new Map(), changes: new Map() };
  if (memos.size >= MAXIMUM_ZONES) memos.clear();
  memos.set(zone, memo);
  return memo;
}

function offsetAtStart(day: DayNumber, memo: ZoneMemo): number {
  const known = memo.offsetsAtStart.get(day);
  if (known !== undefined) return known;
  const offset = readOffset(day * DAY, memo.zone);
  if (memo.offsetsAtStart.size >= MAXIMUM_DAYS) memo.offsetsAtStart.clear();
  memo.offsetsAtStart.set(day, offset);
  return offset;
}

/** Finds the change of a day at whose two ends the offset differs: halving it down to the second. */
function changeWithin(day: DayNumber, memo: ZoneMemo): OffsetChange {
  const known = memo.changes.get(day);
  if (known !== undefined) return known;
  const before = offsetAtStart(day, memo);
  let low = 0;
  let high = DAY / SECOND;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (readOffset(day * DAY + middle * SECOND, memo.zone) === before) low = middle;
    else high = middle;
  }
  const change = { at: day * DAY + high * SECOND, offset: offsetAtStart(day + 1, memo) };
  if (memo.changes.size >= MAXIMUM_DAYS) memo.changes.clear();
  memo.changes.set(day, change);
  return change;
}

function readOffset(instant: Instant, zone: ZoneId): number {
  const offset = Math.round(tzOffset(zone, new Date(instant)) * MINUTE);
  if (offset === 0 || Math.abs(offset) >= HOUR) return offset;
  // tzOffset loses the sign of offsets between 0 and -1 hour, as of Dublin before 1916 (-00:25:21).
  const name = tzName(zone, new Date(instant), "short");
  return name.includes("-") ? -Math.abs(offset) : offset;
}
