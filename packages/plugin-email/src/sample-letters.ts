import { type Bilingual, type Language, type LocalDate, toInstant } from "@neuadd/core";
import type { BookingFacts, OccurrenceFacts } from "@neuadd/plugin-kit";
import { bookingCalendar } from "./calendar/booking-calendar.ts";
import { composeLetter } from "./letter/compose-letter.ts";
import { LETTER_KINDS, type LetterKind } from "./letter/letter-kind.ts";
import type { Letter } from "./letter/letter.ts";

const ZONE = "Europe/London";
const SCHOOL: Bilingual = { cy: "Ysgol Enghraifft", en: "Example School" };
const HALL: Bilingual = { cy: "Prif neuadd", en: "Main hall" };
const DATES = ["2026-09-08", "2026-09-15", "2026-09-22", "2026-09-29"] as const;

/** Which status a booking has when the letter is written, and its first date. */
const STATES: Readonly<
  Record<LetterKind, readonly [BookingFacts["status"], OccurrenceFacts["status"]]>
> = {
  requested: ["requested", "requested"],
  approved: ["approved", "confirmed"],
  declined: ["declined", "denied"],
  withdrawn: ["withdrawn", "cancelled"],
  expired: ["expired", "cancelled"],
  changed: ["approved", "confirmed"],
  cancelled: ["cancelled", "cancelled"],
  datesCancelled: ["approved", "cancelled"],
  displaced: ["approved", "displaced"],
  reminder: ["approved", "confirmed"],
};

/** Kinds that end the whole booking; of the others only the first date is lost, if it is. */
const ENDED: readonly LetterKind[] = ["declined", "withdrawn", "expired", "cancelled"];

/** One letter of each kind on an invented booking: what the preview page shows. */
export function sampleLetters(language: Language): readonly { kind: LetterKind; letter: Letter }[] {
  return LETTER_KINDS.map((kind) => ({ kind, letter: sampleLetter(kind, language) }));
}

function sampleLetter(kind: LetterKind, language: Language): Letter {
  const booking = sampleBooking(kind);
  const [, status] = STATES[kind];
  const isLost = status === "cancelled" || status === "displaced" || status === "denied";
  const calendar = bookingCalendar(booking, {
    now: toInstant("2026-08-24", "09:00", ZONE),
    zone: ZONE,
    domain: "neuadd.example",
    school: SCHOOL[language],
    spaceName: () => HALL[language],
    organizer: "neuadd@neuadd.example",
    attendee: { name: "Clwb", email: "clwb@neuadd.example" },
  });
  return composeLetter({
    kind,
    language,
    school: SCHOOL,
    hirer: "Clwb Badminton Enghraifft",
    booking,
    lost: isLost ? booking.occurrences.filter((one) => one.status === status) : [],
    spaceName: () => HALL,
    calendar,
  });
}

function sampleBooking(kind: LetterKind): BookingFacts {
  const [status, lostStatus] = STATES[kind];
  const reason: Bilingual = {
    cy: "Mae angen y lle ar yr ysgol ar gyfer arholiadau.",
    en: "The school needs the space for examinations.",
  };
  const occurrences = DATES.map((date, index): OccurrenceFacts => {
    const isFirst = index === 0 || ENDED.includes(kind) || kind === "requested";
    const isDisplaced = kind === "displaced" && isFirst;
    return {
      ...placed(date),
      status: isFirst ? lostStatus : "confirmed",
      denials: isDisplaced
        ? [{ code: "DISPLACED", message: reason, details: {} }]
        : isFirst && lostStatus === "cancelled"
          ? [CANCELLED]
          : [],
    };
  });
  return {
    id: "bok_0001",
    school: "ysgol-enghraifft",
    hirer: "hir_0001",
    status,
    title: "Badminton",
    request: {
      hirer: "hir_0001",
      title: "Badminton",
      activity: "badminton",
      space: "main-hall",
      first: DATES[0],
      startTime: "18:00",
      endTime: "19:30",
      recurrence: { rule: "FREQ=WEEKLY", count: DATES.length },
    },
    occurrences,
    requestedAt: toInstant("2026-08-24", "09:00", ZONE),
    revision: 7,
  };
}

const CANCELLED: OccurrenceFacts["denials"][number] = {
  code: "CANCELLED_BY_SCHOOL",
  message: {
    cy: "Mae’r ysgol wedi canslo’r dyddiad hwn.",
    en: "The school has cancelled this date.",
  },
  details: { reason: "Arholiadau TGAU / GCSE examinations" },
};

function placed(date: LocalDate) {
  return {
    date,
    space: "main-hall",
    startTime: "18:00",
    endTime: "19:30",
    start: toInstant(date, "18:00", ZONE),
    end: toInstant(date, "19:30", ZONE),
  };
}
