import type { Language } from "@neuadd/core";

/** The reference page's own words. */
export interface ReferenceMessages {
  readonly title: string;
  readonly machineReadable: string;
  readonly contents: string;
  readonly conventionsTitle: string;
  readonly conventions: readonly string[];
  readonly whoMay: string;
  readonly anyone: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly scope: string;
  readonly parameters: string;
  readonly body: string;
  readonly answers: string;
  readonly example: string;
  readonly shapes: string;
  readonly needed: string;
  readonly optional: string;
  readonly listOf: string;
  readonly oneOf: string;
  readonly types: Readonly<Record<string, string>>;
  readonly problemsTitle: string;
  readonly problemsIntroduction: string;
  readonly plugin: string;
  readonly other: string;
}

export const referenceMessages: Readonly<Record<Language, ReferenceMessages>> = {
  cy: {
    title: "Cyfeirlyfr yr API",
    machineReadable: "Yr un ddogfen ar ffurf OpenAPI 3.1, i raglenni",
    contents: "Cynnwys",
    conventionsTitle: "Cyn dechrau",
    conventions: [
      "Anfonwch eich allwedd ym mhennyn Authorization: Bearer <allwedd>. Nid oes angen allwedd i ddarllen am ysgolion, eu calendrau, eu lleoedd a phryd maent yn rhydd.",
      "Nid yw diwedd cyfnod byth yn rhan ohono: mae archeb o 18:00 i 19:30 yn gadael 19:30 yn rhydd.",
      "Wrth newid rhywbeth, anfonwch yr ETag a ddarllenoch fel If-Match; wrth ofyn am archeb, anfonwch Idempotency-Key newydd.",
      "Mae rhestrau'n dod fesul tudalen: mae'r pennyn Link â rel=\"next\" yn arwain at y nesaf.",
    ],
    whoMay: "Pwy all alw",
    anyone: "unrhyw un",
    kinds: {
      hirer: "llogwr",
      school: "ysgol",
      authority: "awdurdod",
      operator: "gweithredwr",
    },
    scope: "cwmpas",
    parameters: "Paramedrau",
    body: "Corff y cais",
    answers: "Atebion",
    example: "Enghraifft",
    shapes: "Ffurfiau",
    needed: "angenrheidiol",
    optional: "dewisol",
    listOf: "rhestr o",
    oneOf: "un o",
    types: {
      string: "testun",
      integer: "rhif cyfan",
      number: "rhif",
      boolean: "true neu false",
      object: "gwrthrych",
      array: "rhestr",
      "date-time": "amser RFC 3339",
      date: "dyddiad",
    },
    problemsTitle: "Gwallau",
    problemsIntroduction: "Pob cod y gall gwall ei gario, gyda'i statws HTTP.",
    plugin: "Ategyn",
    other: "Arall",
  },
  en: {
    title: "API reference",
    machineReadable: "The same document as OpenAPI 3.1, for programs",
    contents: "Contents",
    conventionsTitle: "Before you start",
    conventions: [
      "Send your key in the header Authorization: Bearer <key>. No key is needed to read about schools, their calendars and spaces, and when these are free.",
      "The end of a span is never part of it: a booking from 18:00 to 19:30 leaves 19:30 free.",
      "To change something, send the ETag that you read as If-Match; to ask for a booking, send a new Idempotency-Key.",
      'Lists come in pages: the Link header with rel="next" leads to the next one.',
    ],
    whoMay: "Who may call it",
    anyone: "anyone",
    kinds: {
      hirer: "hirer",
      school: "school",
      authority: "authority",
      operator: "operator",
    },
    scope: "scope",
    parameters: "Parameters",
    body: "Body of the request",
    answers: "Answers",
    example: "Example",
    shapes: "Shapes",
    needed: "needed",
    optional: "optional",
    listOf: "list of",
    oneOf: "one of",
    types: {
      string: "text",
      integer: "whole number",
      number: "number",
      boolean: "true or false",
      object: "object",
      array: "list",
      "date-time": "RFC 3339 time",
      date: "date",
    },
    problemsTitle: "Problems",
    problemsIntroduction: "Every code that a problem can carry, with its HTTP status.",
    plugin: "Plugin",
    other: "Other",
  },
};
