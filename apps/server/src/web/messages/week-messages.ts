import type { DayKind, Language } from "@neuadd/core";

export interface WeekMessages {
  readonly title: string;
  readonly titleOf: (place: string) => string;
  readonly week: (days: string) => string;
  readonly caption: (days: string) => string;
  readonly weeksLabel: string;
  readonly previousWeek: string;
  readonly thisWeek: string;
  readonly nextWeek: string;
  readonly space: string;
  readonly allSpaces: string;
  readonly show: string;
  readonly layoutLabel: string;
  readonly asTable: string;
  readonly asList: string;
  readonly today: string;
  readonly past: string;
  readonly closed: string;
  readonly nothingFree: string;
  readonly tooLate: string;
  readonly requestsFrom: (date: string) => string;
  readonly askFor: (hours: string, place: string, date: string) => string;
  readonly legend: string;
  readonly legendFree: string;
  readonly legendTaken: string;
  readonly hours: (start: string, end: string) => string;
  readonly days: (first: string, last: string) => string;
  readonly howToBook: string;
  readonly ask: string;
  readonly datesUnpublished: string;
  readonly kinds: Readonly<Record<DayKind, string>>;
}

export const weekMessages: Readonly<Record<Language, WeekMessages>> = {
  cy: {
    title: "Beth sydd ar gael",
    titleOf: (place) => `Beth sydd ar gael: ${place}`,
    week: (days) => `Wythnos ${days}`,
    caption: (days) => `Amseroedd sydd ar gael, ${days}`,
    weeksLabel: "Wythnosau",
    previousWeek: "Yr wythnos flaenorol",
    thisWeek: "Yr wythnos hon",
    nextWeek: "Yr wythnos nesaf",
    space: "Lle",
    allSpaces: "Pob lle",
    show: "Dangos",
    layoutLabel: "Ffurf yr wythnos",
    asTable: "Fel tabl",
    asList: "Fel rhestr",
    today: "Heddiw",
    past: "Wedi mynd heibio",
    closed: "Ar gau",
    nothingFree: "Dim ar gael",
    tooLate: "Dim ar ôl i ofyn amdano",
    requestsFrom: (date) => `Ni ellir gofyn tan ${date}`,
    askFor: (hours, place, date) => `${hours}: gofyn am ${place}, ${date}`,
    legend: "Allwedd y bariau",
    legendFree: "Ar gael",
    legendTaken: "Ar agor, ond ni ellir gofyn amdano",
    hours: (start, end) => `${start} tan ${end}`,
    days: (first, last) => `${first} i ${last}`,
    howToBook:
      "Dewiswch amser i ofyn amdano. Dangosir oriau cymunedol yn unig, ac ni ddangosir pwy sydd wedi archebu.",
    ask: "Gofyn am amser",
    datesUnpublished: "Dyddiadau’r tymor heb eu cyhoeddi eto",
    kinds: {
      term: "Tymor ysgol",
      halfTerm: "Hanner tymor",
      holiday: "Gwyliau ysgol",
      inset: "Diwrnod HMS",
      bankHoliday: "Gŵyl banc",
      closure: "Ysgol ar gau",
      pollingDay: "Diwrnod pleidleisio",
      weekend: "Penwythnos",
    },
  },
  en: {
    title: "What is free",
    titleOf: (place) => `What is free: ${place}`,
    week: (days) => `Week of ${days}`,
    caption: (days) => `Free times, ${days}`,
    weeksLabel: "Weeks",
    previousWeek: "Previous week",
    thisWeek: "This week",
    nextWeek: "Next week",
    space: "Space",
    allSpaces: "All spaces",
    show: "Show",
    layoutLabel: "Layout of the week",
    asTable: "As a table",
    asList: "As a list",
    today: "Today",
    past: "Gone by",
    closed: "Closed",
    nothingFree: "Nothing free",
    tooLate: "Nothing left to ask for",
    requestsFrom: (date) => `Not open for requests until ${date}`,
    askFor: (hours, place, date) => `${hours}: ask for ${place}, ${date}`,
    legend: "Key to the bars",
    legendFree: "Free",
    legendTaken: "Open, but can’t be asked for",
    hours: (start, end) => `${start} to ${end}`,
    days: (first, last) => `${first} to ${last}`,
    howToBook:
      "Choose a time to ask for it. Only community hours are shown, and never who has booked.",
    ask: "Ask for a time",
    datesUnpublished: "Term dates not published yet",
    kinds: {
      term: "School term",
      halfTerm: "Half term",
      holiday: "School holiday",
      inset: "INSET day",
      bankHoliday: "Bank holiday",
      closure: "School closed",
      pollingDay: "Polling day",
      weekend: "Weekend",
    },
  },
};
