import type { Language } from "@neuadd/core";
import type { BlockFacts, BookingFacts, SchoolFacts } from "@neuadd/plugin-kit";
import { type BookingSeries, bookingSeries, textValue } from "@neuadd/plugin-kit/icalendar";
import { BLOCK_KIND_NAMES, blockName } from "../block-names.ts";
import { type FeedEvent, inOrder } from "./feed-event.ts";

/**
 * Bookings with their titles, each as one event with all its dates: for the school and for the hirer, not for anyone. A
 * date that was cancelled stays, as such, so that whoever has it strikes it out.
 */
export function seriesOf(
  facts: SchoolFacts,
  bookings: readonly BookingFacts[],
  { language, domain }: { readonly language: Language; readonly domain: string },
  /** What is said below the title; nothing, if it gives none. */
  describe: (booking: BookingFacts) => string = () => "",
): BookingSeries[] {
  return bookings
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((booking) => {
      const description = describe(booking);
      const series = bookingSeries(booking, {
        zone: facts.school.zone,
        domain,
        stamp: booking.requestedAt,
        placeName: (space) => placeOf(facts, space, language),
        gone: "struckOut",
        ...(description !== "" && { more: [`DESCRIPTION:${textValue(description)}`] }),
      });
      return series ?? [];
    });
}

/** The dates that the school keeps for itself. */
export function blockEvents(
  facts: SchoolFacts,
  blocks: readonly BlockFacts[],
  language: Language,
): FeedEvent[] {
  return inOrder(
    blocks.flatMap((block) => {
      const { id, kind, dates, revision, createdAt } = block;
      return dates.map((date) => ({
        id: `${id}-${date.date}`,
        sequence: revision,
        stamp: createdAt,
        start: date.start,
        end: date.end,
        status: "CONFIRMED" as const,
        summary: blockName(block)[language],
        location: placeOf(facts, date.space, language),
        categories: [BLOCK_KIND_NAMES[kind][language]],
      }));
    }),
  );
}

function placeOf({ tree, school }: SchoolFacts, space: string, language: Language): string {
  const name = tree.byId.get(space)?.name[language] ?? space;
  return `${name}, ${school.name[language]}`;
}
