import type { Bilingual, Hirer, SpaceId } from "@neuadd/core";
import type { BookingFacts, OccurrenceFacts, PluginHost, SchoolFacts } from "@neuadd/plugin-kit";
import { type BookingCalendar, bookingCalendar } from "./calendar/booking-calendar.ts";
import { composeLetter } from "./letter/compose-letter.ts";
import { letterHtml } from "./letter/letter-html.ts";
import type { LetterKind } from "./letter/letter-kind.ts";
import { letterText } from "./letter/letter-text.ts";
import type { NewLetter } from "./outbox/letter-store.ts";

export interface BookingLetterFacts {
  readonly kind: LetterKind;
  readonly facts: SchoolFacts;
  readonly hirer: Hirer;
  readonly booking: BookingFacts;
  readonly lost: readonly OccurrenceFacts[];
  /** Of the ledger, when the letter became due: those on one booking go out in its order. */
  readonly revision: number;
}

/** Letters that put the booking into the calendar of its hirer, or change what is there. */
const WITH_CALENDAR: readonly LetterKind[] = [
  "approved",
  "changed",
  "cancelled",
  "datesCancelled",
  "displaced",
  "reminder",
];

/** A letter on a booking in the hirer's language, as it is queued under a name of its own. */
export function letterOfBooking(
  host: Pick<PluginHost, "now" | "publicUrl">,
  from: string,
  letter: string,
  given: BookingLetterFacts,
): NewLetter {
  const { kind, facts, hirer, booking, lost, revision } = given;
  const { language } = hirer;
  const calendar = WITH_CALENDAR.includes(kind) ? calendarOf(host, from, given) : undefined;
  const composed = composeLetter({
    kind,
    language,
    school: facts.school.name,
    hirer: hirer.name,
    booking,
    lost,
    spaceName: (space) => spaceName(facts, space),
    calendar,
  });
  return {
    school: facts.school.id,
    letter,
    hirer: hirer.id,
    about: { booking: booking.id, revision },
    kind,
    language,
    subject: composed.subject,
    text: letterText(composed),
    html: letterHtml(composed),
    ...(calendar && { calendar }),
  };
}

function calendarOf(
  host: Pick<PluginHost, "now" | "publicUrl">,
  from: string,
  { kind, facts, hirer, booking }: BookingLetterFacts,
): BookingCalendar | undefined {
  const calendar = bookingCalendar(booking, {
    now: host.now(),
    zone: facts.school.zone,
    domain: new URL(host.publicUrl).hostname,
    school: facts.school.name[hirer.language],
    spaceName: (space) => spaceName(facts, space)[hirer.language],
    organizer: from,
    attendee: { name: hirer.name, email: hirer.contact.email },
  });
  // A letter of an approval that has been overtaken must not cancel: the letter that does comes after it.
  const isOvertaken = calendar?.method === "CANCEL" && (kind === "approved" || kind === "reminder");
  return isOvertaken ? undefined : calendar;
}

/** A space that is no longer there is named by its id. */
function spaceName({ tree }: SchoolFacts, space: SpaceId): Bilingual {
  return tree.byId.get(space)?.name ?? { cy: space, en: space };
}
