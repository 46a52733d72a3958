import {
  type AskableDay,
  type LocalInterval,
  localTime,
  minutesOfDay,
  type Space,
} from "@neuadd/core";

/** A piece of a day's community hours, and whether it can be asked for now. */
export interface SlotTime extends LocalInterval {
  readonly isFree: boolean;
}

/**
 * Cuts each open interval of a day into slots of one length, one after the other from its start, on the
 * grid of the space; what is left at the end is no slot. A slot is free if one interval that can be asked for holds it
 * whole: nothing within the notice of the space or beyond its horizon is.
 */
export function slotTimes(
  { open, askable }: Pick<AskableDay, "open" | "askable">,
  terms: Space["terms"],
  slotMinutes: number,
): SlotTime[] {
  const length = slotLength(terms, slotMinutes);
  if (length === undefined) return [];
  const askableMinutes = askable.map(minutesOf);
  const times: SlotTime[] = [];
  for (const interval of open.map(minutesOf)) {
    const grid = terms.startGridMinutes;
    let start = Math.ceil(interval.start / grid) * grid;
    for (; start + length <= interval.end; start += length) {
      const end = start + length;
      const isFree = askableMinutes.some((one) => one.start <= start && end <= one.end);
      times.push({ start: localTime(start), end: localTime(end), isFree });
    }
  }
  return times;
}

/** The length wanted, as near as the terms of the space allow; undefined if they allow no length at all. */
function slotLength(
  { minimumMinutes, maximumMinutes, startGridMinutes: grid }: Space["terms"],
  slotMinutes: number,
): number | undefined {
  const wanted = Math.min(Math.max(slotMinutes, minimumMinutes), maximumMinutes);
  const candidates = [Math.ceil(wanted / grid) * grid, Math.floor(wanted / grid) * grid];
  return candidates.find((one) => one >= minimumMinutes && one <= maximumMinutes && one > 0);
}

interface Minutes {
  readonly start: number;
  readonly end: number;
}

function minutesOf({ start, end }: LocalInterval): Minutes {
  return { start: minutesOfDay(start), end: minutesOfDay(end) };
}
