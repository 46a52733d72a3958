import { type Language, plural } from "@neuadd/core";
import type { LetterKind } from "./letter-kind.ts";

interface KindWords {
  /** Stands before the title of the booking in the subject. */
  readonly subject: string;
  readonly lead: string;
}

interface LetterWords {
  readonly kinds: Readonly<Record<LetterKind, KindWords>>;
  readonly greeting: (name: string) => string;
  readonly dates: string;
  readonly cancelledDates: string;
  readonly cancelledBy: Readonly<Record<"CANCELLED_BY_SCHOOL" | "CANCELLED_BY_HIRER", string>>;
  readonly deniedDates: string;
  readonly more: (count: number) => string;
  readonly reason: string;
  readonly place: string;
  readonly reference: string;
  readonly calendar: string;
  readonly calendarCancelled: string;
  readonly span: (start: string, end: string) => string;
  readonly closing: string;
  readonly language: string;
}

/** Every word of every letter. */
export const LETTER_WORDS: Readonly<Record<Language, LetterWords>> = {
  cy: {
    kinds: {
      requested: {
        subject: "Cais wedi dod i law",
        lead: "Mae'r ysgol wedi cael eich cais. Byddwch yn clywed pan fydd wedi penderfynu.",
      },
      approved: {
        subject: "Archeb wedi'i chymeradwyo",
        lead: "Mae'r ysgol wedi cymeradwyo eich archeb.",
      },
      declined: {
        subject: "Cais wedi'i wrthod",
        lead: "Nid oedd modd i'r ysgol dderbyn eich cais.",
      },
      withdrawn: {
        subject: "Cais wedi'i dynnu'n ôl",
        lead: "Mae eich cais wedi'i dynnu'n ôl. Nid oes dim yn cael ei gadw ar eich cyfer mwyach.",
      },
      expired: {
        subject: "Cais wedi dod i ben",
        lead: "Ni chafodd eich cais ateb mewn pryd, ac nid yw'r amser yn cael ei gadw ar eich cyfer mwyach. Mae croeso i chi ofyn eto.",
      },
      changed: {
        subject: "Archeb wedi'i newid",
        lead: "Mae eich archeb wedi newid. Dyma sut y mae'n sefyll nawr.",
      },
      cancelled: { subject: "Archeb wedi'i chanslo", lead: "Mae eich archeb wedi'i chanslo." },
      datesCancelled: {
        subject: "Dyddiadau wedi'u canslo",
        lead: "Mae rhai o ddyddiadau eich archeb wedi'u canslo.",
      },
      displaced: {
        subject: "Nid yw'r lle ar gael",
        lead: "Mae'n ddrwg gennym: nid yw'r lle ar gael ar rai o ddyddiadau eich archeb.",
      },
      reminder: { subject: "Yn dechrau cyn hir", lead: "Mae eich archeb yn dechrau cyn hir." },
    },
    greeting: (name) => `Annwyl ${name},`,
    dates: "Y dyddiadau:",
    cancelledBy: {
      CANCELLED_BY_SCHOOL: "Yr ysgol sydd wedi canslo.",
      CANCELLED_BY_HIRER: "Chi sydd wedi canslo.",
    },
    cancelledDates: "Ni chynhelir y dyddiadau hyn:",
    deniedDates: "Ni ellir cael y dyddiadau hyn:",
    more: (count) =>
      plural("cy", count, {
        one: "ac un dyddiad arall",
        two: "a dau ddyddiad arall",
        few: "a thri dyddiad arall",
        many: "a chwe dyddiad arall",
        other: `ynghyd â ${count} dyddiad arall`,
      }),
    reason: "Rheswm:",
    place: "Lle:",
    reference: "Cyfeirnod:",
    calendar: "Mae'r dyddiadau ar gyfer eich calendr ynghlwm wrth y neges hon.",
    calendarCancelled: "Bydd y neges hon yn tynnu'r archeb o'ch calendr.",
    span: (start, end) => `${start} i ${end}`,
    closing: "Cofion,",
    language:
      "Gofynnoch am lythyrau yn Gymraeg. Rhowch wybod i'r ysgol os hoffech eu cael yn Saesneg.",
  },
  en: {
    kinds: {
      requested: {
        subject: "Request received",
        lead: "The school has your request. You will hear when it has decided.",
      },
      approved: { subject: "Booking approved", lead: "The school has approved your booking." },
      declined: {
        subject: "Request declined",
        lead: "The school could not accept your request.",
      },
      withdrawn: {
        subject: "Request withdrawn",
        lead: "Your request is withdrawn. Nothing is kept for you any more.",
      },
      expired: {
        subject: "Request lapsed",
        lead: "Your request was not answered in time, and its time is no longer kept for you. You are welcome to ask again.",
      },
      changed: {
        subject: "Booking changed",
        lead: "Your booking has changed. This is how it stands now.",
      },
      cancelled: { subject: "Booking cancelled", lead: "Your booking is cancelled." },
      datesCancelled: {
        subject: "Dates cancelled",
        lead: "Some dates of your booking are cancelled.",
      },
      displaced: {
        subject: "The space is not available",
        lead: "We are sorry: the space is not available on some dates of your booking.",
      },
      reminder: { subject: "Starting soon", lead: "Your booking starts soon." },
    },
    greeting: (name) => `Dear ${name},`,
    dates: "The dates:",
    cancelledBy: {
      CANCELLED_BY_SCHOOL: "The school has cancelled.",
      CANCELLED_BY_HIRER: "You have cancelled.",
    },
    cancelledDates: "These dates do not take place:",
    deniedDates: "These dates can’t be had:",
    more: (count) => `and ${count} more`,
    reason: "Reason:",
    place: "Place:",
    reference: "Reference:",
    calendar: "The dates for your calendar are attached.",
    calendarCancelled: "This message takes the booking out of your calendar.",
    span: (start, end) => `${start} to ${end}`,
    closing: "Kind regards,",
    language: "You asked for letters in English. Tell the school if you would like them in Welsh.",
  },
};
