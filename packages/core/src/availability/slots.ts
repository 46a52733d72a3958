import { CoreError } from "../errors.ts";
import type { LocalInterval } from "../time/interval.ts";
import { localTime, minutesOfDay } from "../time/local-time.ts";

/**
 * The bookings of one length that fit in the free intervals of one local day, such as `free` of
 * {@link DayAvailability}: each start on the grid, counted from midnight, from which the whole length
 * is free. Sorted as the intervals are; they may overlap each other.
 *
 * A booking must end on the grid too: a length that is no multiple of it has no slots.
 *
 * @throws CoreError REQUEST_INVALID unless both numbers are whole ones from 1 to 1440, and
 * LOCAL_TIME_INVALID
 *
 * @example
 * ```ts
 * import { slots } from "@neuadd/core";
 *
 * slots([{ start: "17:45", end: "19:30" }], 60, 30); //=> [{ start: "18:00", end: "19:00" }, { start: "18:30", end: "19:30" }]
 * ```
 */
export function slots(
  free: readonly LocalInterval[],
  lengthMinutes: number,
  gridMinutes: number,
): LocalInterval[] {
  assertMinutes(lengthMinutes, "lengthMinutes");
  assertMinutes(gridMinutes, "gridMinutes");
  if (lengthMinutes % gridMinutes !== 0) return [];
  const found: LocalInterval[] = [];
  for (const { start, end } of free) {
    const latest = minutesOfDay(end) - lengthMinutes;
    const earliest = Math.ceil(minutesOfDay(start) / gridMinutes) * gridMinutes;
    for (let minutes = earliest; minutes <= latest; minutes += gridMinutes) {
      found.push({ start: localTime(minutes), end: localTime(minutes + lengthMinutes) });
    }
  }
  return found;
}

function assertMinutes(minutes: number, name: string): void {
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440) return;
  throw new CoreError("REQUEST_INVALID", {
    cy: `Gwerth ${name} yw ${minutes}; rhowch nifer cyfan o funudau o 1 i 1440.`,
    en: `${name} is ${minutes}; give a whole number of minutes from 1 to 1440.`,
  });
}
