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
  toRfc3339,
} from "@neuadd/core";
import { type PublishedSchool, facilityUse, facilityUseId, type JsonLd } from "./facility-data.ts";
import { type FeedName, OPENACTIVE_CONTEXT } from "./feeds.ts";
import { DEFAULT_SLOT_MINUTES } from "./publication.ts";
import { slotTimes, type SlotTime } from "./slot-times.ts";

/** One record of a feed as it should be now. */
export interface FeedItem {
  readonly feed: FeedName;
  /** Unique within the feed. */
  readonly id: string;
  readonly data: JsonLd;
}

/**
 * Everything that the feeds of a school should hold at a moment: its spaces, and for those that can be
 * booked the slots that have not begun, with how many uses are left of each: one if it could be asked for at that
 * moment, or none. Of bookings it holds nothing but that a slot is taken.
 */
export function feedItems(
  school: PublishedSchool,
  availability: ReadonlyMap<SpaceId, readonly DayAvailability[]>,
  now: Instant,
): FeedItem[] {
  const { tree } = school.facts;
  return tree.spaces.flatMap((space): FeedItem[] => {
    const data = facilityUse(space, school);
    if (data === undefined) return [];
    const isRoot = space.parent === undefined;
    const itself: FeedItem = {
      feed: isRoot ? "facility-uses" : "individual-facility-uses",
      id: space.id,
      data,
    };
    if (!space.bookable) return isRoot ? [itself] : [];
    const { zone } = school.facts.school;
    const { days } = askableDays(availability.get(space.id) ?? [], space, { now, zone });
    return [itself, ...days.flatMap((day) => slotsOf(space, day, school, now))];
  });
}

function slotsOf(space: Space, day: AskableDay, school: PublishedSchool, now: Instant): FeedItem[] {
  const { slotMinutes = DEFAULT_SLOT_MINUTES } = school.publication;
  return slotTimes(day, space.terms, slotMinutes).flatMap((time) => {
    const data = slot(space, day.date, time, school, now);
    if (data === undefined) return [];
    const feed =
      space.parent === undefined ? "facility-use-slots" : "individual-facility-use-slots";
    return [{ feed, id: slotId(space, day.date, time), data } as const];
  });
}

/** Undefined for a slot that has begun, and for one whose clocks change within it. */
function slot(
  space: Space,
  date: LocalDate,
  time: SlotTime,
  school: PublishedSchool,
  now: Instant,
): JsonLd | undefined {
  const { zone } = school.facts.school;
  const start = toInstant(date, time.start, zone);
  const end = toInstant(date, time.end, zone);
  const minutes = minutesOfDay(time.end) - minutesOfDay(time.start);
  if (start <= now || end - start !== minutes * 60_000) return undefined;
  const id = `${school.datasetUrl}/slots/${slotId(space, date, time)}`;
  return {
    "@context": OPENACTIVE_CONTEXT,
    "@type": "Slot",
    "@id": id,
    facilityUse: facilityUseId(space, school),
    startDate: toRfc3339(start, zone),
    endDate: toRfc3339(end, zone),
    duration: isoDuration(minutes),
    remainingUses: time.isFree ? 1 : 0,
    maximumUses: 1,
    offers: [
      {
        "@type": "Offer",
        "@id": `${id}#offer`,
        name: "Llogi / Hire",
        price: priceOf(space, minutes, school),
        priceCurrency: "GBP",
        url: school.bookingUrl,
      },
    ],
  };
}

/** Letters, digits, hyphens and dots: safe in an address as it is. */
function slotId(space: Space, date: LocalDate, { start }: SlotTime): string {
  return `${space.id}.${date}.${start.replace(":", "")}`;
}

/** In pounds, to the penny, for the whole slot. */
function priceOf(space: Space, minutes: number, { publication }: PublishedSchool): number {
  const { pencePerHour, spaces = {} } = publication.prices;
  return Math.round(((spaces[space.id] ?? pencePerHour) * minutes) / 60) / 100;
}

function isoDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `PT${hours > 0 ? `${hours}H` : ""}${rest > 0 ? `${rest}M` : ""}`;
}
