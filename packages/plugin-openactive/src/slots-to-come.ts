import {
  type AskableDay,
  askableDays,
  type DayAvailability,
  type Instant,
  type LocalDate,
  minutesOfDay,
  type Space,
  type SpaceId,
  toInstant,
} from "@neuadd/core";
import type { PublishedSchool } from "./facility-data.ts";
import { DEFAULT_SLOT_MINUTES } from "./publication.ts";
import { slotTimes, type SlotTime } from "./slot-times.ts";

/** A slot that has not begun. */
export interface SlotToCome {
  readonly space: Space;
  readonly date: LocalDate;
  readonly time: SlotTime;
  readonly start: Instant;
  readonly end: Instant;
  readonly minutes: number;
}

type Published = Pick<PublishedSchool, "facts" | "publication">;

/**
 * The slots of the spaces that are published and can be booked, as far as the availability goes: those that have not
 * begun, and within which no clock changes.
 */
export function slotsToCome(
  school: Published,
  availability: ReadonlyMap<SpaceId, readonly DayAvailability[]>,
  now: Instant,
): SlotToCome[] {
  const { facts, publication } = school;
  const { zone } = facts.school;
  return facts.tree.spaces
    .filter(({ bookable, premises }) => bookable && publication.places[premises] !== undefined)
    .flatMap((space) => {
      const { days } = askableDays(availability.get(space.id) ?? [], space, { now, zone });
      return days.flatMap((day) => slotsOfDay(space, day, school));
    })
    .filter(({ start, end, minutes }) => start > now && end - start === minutes * 60_000);
}

function slotsOfDay(
  space: Space,
  day: AskableDay,
  { facts, publication }: Published,
): SlotToCome[] {
  const { zone } = facts.school;
  const { slotMinutes = DEFAULT_SLOT_MINUTES } = publication;
  return slotTimes(day, space.terms, slotMinutes).map((time) => ({
    space,
    date: day.date,
    time,
    start: toInstant(day.date, time.start, zone),
    end: toInstant(day.date, time.end, zone),
    minutes: minutesOfDay(time.end) - minutesOfDay(time.start),
  }));
}
