import { type Bilingual, type Language, sayDate, sayTime, type SpaceId } from "@neuadd/core";
import type { BookingFacts, OccurrenceFacts } from "@neuadd/plugin-kit";
import type { BookingCalendar } from "../calendar/booking-calendar.ts";
import type { LetterKind } from "./letter-kind.ts";
import { LETTER_WORDS } from "./letter-words.ts";
import type { Letter, LetterBlock } from "./letter.ts";

/** What a letter on a booking tells of. */
export interface LetterFacts {
  readonly kind: LetterKind;
  readonly language: Language;
  readonly school: Bilingual;
  readonly hirer: string;
  readonly booking: BookingFacts;
  /** The dates that have just been lost, or gained nothing: cancelled, displaced, denied. */
  readonly lost: readonly OccurrenceFacts[];
  readonly spaceName: (space: SpaceId) => Bilingual;
  readonly calendar: BookingCalendar | undefined;
}

/** More dates than this are counted, not listed: they are in the calendar. */
const MOST_LISTED = 60;

/** Kinds after which the booking is no more. */
const ENDINGS: readonly LetterKind[] = ["declined", "withdrawn", "expired", "cancelled"];

/** Writes a letter on a booking, in one language. Titles and reasons of people stand as they wrote them. */
export function composeLetter(facts: LetterFacts): Letter {
  const { kind, language, booking, school, hirer } = facts;
  const words = LETTER_WORDS[language];
  return {
    language,
    subject: `${words.kinds[kind].subject}: ${oneLine(booking.title)}`,
    greeting: words.greeting(hirer),
    blocks: [
      { paragraph: words.kinds[kind].lead },
      ...cancelledBlocks(facts),
      ...reasonBlock(facts),
      ...lostBlock(facts),
      ...datesBlock(facts),
      { paragraph: `${words.reference} ${booking.id}` },
      ...calendarBlock(facts),
    ],
    closing: words.closing,
    sender: school[language],
    footer: words.language,
  };
}

function reasonBlock({ kind, language, booking }: LetterFacts): LetterBlock[] {
  const isTold = ENDINGS.includes(kind) && booking.reason !== undefined;
  return isTold ? [{ paragraph: `${LETTER_WORDS[language].reason} ${booking.reason}` }] : [];
}

/** Who cancelled, and why if they said so. */
function cancelledBlocks({ kind, language, lost }: LetterFacts): LetterBlock[] {
  if (kind !== "cancelled" && kind !== "datesCancelled") return [];
  const { cancelledBy, reason } = LETTER_WORDS[language];
  const told = lost.flatMap(({ denials }) =>
    denials.flatMap(({ code, details }) => {
      const who = code === "CANCELLED_BY_SCHOOL" || code === "CANCELLED_BY_HIRER";
      if (!who) return [];
      const why = details["reason"];
      return [
        typeof why === "string" ? `${cancelledBy[code]} ${reason} ${why}` : cancelledBy[code],
      ];
    }),
  );
  return [...new Set(told)].map((paragraph) => ({ paragraph }));
}

function lostBlock({ kind, language, lost, spaceName }: LetterFacts): LetterBlock[] {
  if (lost.length === 0) return [];
  const words = LETTER_WORDS[language];
  const isDenied = kind === "approved" || kind === "requested" || kind === "displaced";
  const items = lost.map((occurrence) => {
    const why = occurrence.denials.map(({ message }) => message[language]).join(" ");
    const place = occurrenceText(occurrence, language, spaceName);
    return isDenied && why !== "" ? `${place}. ${why}` : place;
  });
  return [listBlock(isDenied ? words.deniedDates : words.cancelledDates, items, language)];
}

function datesBlock({ kind, language, booking, spaceName }: LetterFacts): LetterBlock[] {
  if (ENDINGS.includes(kind)) return [];
  const live = booking.occurrences.filter(
    ({ status }) => status === "requested" || status === "confirmed",
  );
  if (live.length === 0) return [];
  const items = live.map((occurrence) => occurrenceText(occurrence, language, spaceName));
  return [listBlock(LETTER_WORDS[language].dates, items, language)];
}

function calendarBlock({ language, calendar }: LetterFacts): LetterBlock[] {
  if (calendar === undefined) return [];
  const { calendar: attached, calendarCancelled } = LETTER_WORDS[language];
  return [{ paragraph: calendar.method === "REQUEST" ? attached : calendarCancelled }];
}

function listBlock(heading: string, items: readonly string[], language: Language): LetterBlock {
  const left = items.length - MOST_LISTED;
  if (left <= 0) return { paragraph: heading, items };
  return {
    paragraph: heading,
    items: [...items.slice(0, MOST_LISTED), LETTER_WORDS[language].more(left)],
  };
}

function occurrenceText(
  { date, startTime, endTime, space }: OccurrenceFacts,
  language: Language,
  spaceName: LetterFacts["spaceName"],
): string {
  const { span } = LETTER_WORDS[language];
  const times = span(sayTime(startTime, language), sayTime(endTime, language));
  return `${sayDate(date, language)}, ${times}, ${spaceName(space)[language]}`;
}

/** A line end in a subject would end the header. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
