import { allowedMinutes } from "../premises/allowed-minutes.ts";
import type { Space } from "../premises/space-tree.ts";
import type { Instant, LocalInterval } from "../time/interval.ts";
import { addDays, type LocalDate } from "../time/local-date.ts";
import { localTime, minutesOfDay } from "../time/local-time.ts";
import type { ZoneId } from "../time/zone-name.ts";
import { localDateOf, toInstant } from "../time/zone.ts";
import type { DayAvailability } from "./day-availability.ts";

/** One date of a space, with what of its free time can be asked for at a moment. */
export interface AskableDay extends DayAvailability {
  /** What of `free` can be asked for: starts and ends on the space's grid, no shorter than its shortest booking. */
  readonly askable: readonly LocalInterval[];
  /** The first day on which the date can be asked for, while that is still to come. */
  readonly requestsFrom?: LocalDate;
  /** The first moment at which time alone makes it another. Absent if it never does. */
  readonly changesAt?: Instant;
}

/** Days of a space as they are at a moment. */
export interface AskableDays {
  readonly days: readonly AskableDay[];
  /** The first moment at which time alone makes them others. Absent if it never does. */
  readonly changesAt?: Instant;
}

/** When somebody would ask, and by which clocks. */
export interface AskedWhen {
  readonly now: Instant;
  readonly zone: ZoneId;
}

/**
 * What of the free time of a space can be asked for now, by the space's terms: past times and those within its notice
 * are left out, starts and ends are moved inwards to its grid, and what is then too short for its shortest booking is
 * left out, as are dates beyond its horizon and spaces that can't be booked. `days` are those of `spacesAvailability`,
 * in order.
 *
 * `decideSeries` gives each booking of an allowed length on the grid within one interval of `askable` to whoever asks
 * for it now, unless it holds too few people or a rule of a plugin is against it. Time that is not told it gives to
 * nobody, but for bookings over the hour that clocks skip, and within the second of an hour that comes twice.
 */
export function askableDays(
  days: readonly DayAvailability[],
  { bookable, terms }: Pick<Space, "bookable" | "terms">,
  { now, zone }: AskedWhen,
): AskableDays {
  if (!bookable) return { days: days.map((day) => ({ ...day, askable: [] })) };
  const noticeMilliseconds = terms.noticeHours * HOUR_MILLISECONDS;
  const earliest = now + noticeMilliseconds;
  const earliestDate = localDateOf(earliest, zone);
  const lastDate = addDays(localDateOf(now, zone), terms.horizonDays);
  const shortest = allowedMinutes(terms, 0);

  function askableTimes({ date, free }: DayAvailability): readonly LocalInterval[] {
    if (date < earliestDate || date > lastDate) return NONE;
    const askable: LocalInterval[] = [];
    for (const interval of free) {
      const end = floorTo(terms.startGridMinutes, minutesOfDay(interval.end));
      let start = -floorTo(terms.startGridMinutes, -minutesOfDay(interval.start));
      if (date === earliestDate) {
        while (start < end && toInstant(date, localTime(start), zone) < earliest) {
          start += terms.startGridMinutes;
        }
      }
      if (end - start >= shortest) askable.push({ start: localTime(start), end: localTime(end) });
    }
    return askable;
  }

  function askableDay(day: DayAvailability): AskableDay {
    const askable = askableTimes(day);
    const [first] = askable;
    if (first !== undefined) {
      const changesAt = toInstant(day.date, first.start, zone) - noticeMilliseconds + 1;
      return { ...day, askable, changesAt };
    }
    if (day.date <= lastDate) return { ...day, askable };
    const requestsFrom = addDays(day.date, -terms.horizonDays);
    return { ...day, askable, requestsFrom, changesAt: toInstant(requestsFrom, "00:00", zone) };
  }

  const told = days.map(askableDay);
  const changesAt = Math.min(...told.map((day) => day.changesAt ?? Infinity));
  return { days: told, ...(Number.isFinite(changesAt) && { changesAt }) };
}

const NONE: readonly LocalInterval[] = [];

function floorTo(grid: number, minutes: number): number {
  return Math.floor(minutes / grid) * grid;
}

const HOUR_MILLISECONDS = 3_600_000;
