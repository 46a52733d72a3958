import type { Language, OccurrenceStatus } from "@neuadd/core";
import type {
  BlockFacts,
  BlockKind,
  BookingFacts,
  OccurrenceFacts,
  SchoolFacts,
} from "@neuadd/plugin-kit";
import type { FeedEvent } from "./feed-event.ts";
import { inOrder } from "./in-order.ts";

const STATUSES: Readonly<Partial<Record<OccurrenceStatus, FeedEvent["status"]>>> = {
  requested: "TENTATIVE",
  confirmed: "CONFIRMED",
  completed: "CONFIRMED",
  noShow: "CONFIRMED",
  cancelled: "CANCELLED",
  displaced: "CANCELLED",
};

/** The dates of bookings, with their titles: for the school and for the hirer, not for anyone. */
export function bookingEvents(
  facts: SchoolFacts,
  bookings: readonly BookingFacts[],
  language: Language,
  /** What is said below the title; nothing, if it gives none. */
  describe: (booking: BookingFacts) => string = () => "",
): FeedEvent[] {
  return inOrder(
    bookings.flatMap((booking) =>
      datesOf(booking).flatMap(([date, status]) => {
        const description = describe(booking);
        return [
          {
            id: `${booking.id}-${date.date}`,
            sequence: booking.revision,
            stamp: booking.requestedAt,
            start: date.start,
            end: date.end,
            status,
            summary: booking.title,
            location: placeOf(facts, date.space, language),
            ...(description !== "" && { description }),
          },
        ];
      }),
    ),
  );
}

/** The dates that the school keeps for itself. */
export function blockEvents(
  facts: SchoolFacts,
  blocks: readonly BlockFacts[],
  language: Language,
): FeedEvent[] {
  return inOrder(
    blocks.flatMap(({ id, kind, reason, dates, revision, createdAt }) =>
      dates.map((date) => ({
        id: `${id}-${date.date}`,
        sequence: revision,
        stamp: createdAt,
        start: date.start,
        end: date.end,
        status: "CONFIRMED" as const,
        summary: reason?.[language] ?? BLOCK_NAMES[kind][language],
        location: placeOf(facts, date.space, language),
        categories: [BLOCK_NAMES[kind][language]],
      })),
    ),
  );
}

/** One event a date: where a date was cancelled and is there again, only as it is now. */
function datesOf({ occurrences }: BookingFacts): [OccurrenceFacts, FeedEvent["status"]][] {
  const byDate = new Map<string, [OccurrenceFacts, FeedEvent["status"]]>();
  for (const occurrence of occurrences) {
    const status = STATUSES[occurrence.status];
    if (status === undefined) continue;
    if (status === "CANCELLED" && byDate.has(occurrence.date)) continue;
    byDate.set(occurrence.date, [occurrence, status]);
  }
  return [...byDate.values()];
}

function placeOf({ tree, school }: SchoolFacts, space: string, language: Language): string {
  const name = tree.byId.get(space)?.name[language] ?? space;
  return `${name}, ${school.name[language]}`;
}

const BLOCK_NAMES: Readonly<Record<BlockKind, Readonly<Record<Language, string>>>> = {
  schoolUse: { cy: "Defnydd yr ysgol", en: "School use" },
  examination: { cy: "Arholiad", en: "Examination" },
  maintenance: { cy: "Cynnal a chadw", en: "Maintenance" },
  pollingStation: { cy: "Gorsaf bleidleisio", en: "Polling station" },
  recall: { cy: "Galw'r lle yn ôl", en: "Recall" },
  closure: { cy: "Ar gau", en: "Closure" },
};
