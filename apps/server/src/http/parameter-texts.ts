import type { Bilingual } from "@neuadd/core";
import { COMMON_PARAMETER_TEXTS } from "@neuadd/plugin-kit/host";
import type { OperationId } from "./access.ts";

/** What a parameter is for; undefined for one that is a plugin's alone. */
export function parameterText(
  operation: OperationId | undefined,
  parameter: string,
): Bilingual | undefined {
  const ofOperation = operation && OPERATION_PARAMETER_TEXTS[operation]?.[parameter];
  return ofOperation ?? PARAMETER_TEXTS[parameter];
}

type ParameterTexts = Readonly<Partial<Record<string, Bilingual>>>;

/**
 * By name: what the parameter is for wherever it occurs, in routes of plugins too.
 *
 * @internal
 */
export const PARAMETER_TEXTS: ParameterTexts = {
  ...COMMON_PARAMETER_TEXTS,
  date: { cy: "Dyddiad yng nghalendr yr ysgol.", en: "A date of the school's calendar." },
  cursor: {
    cy: "O bennyn Link y dudalen flaenorol.",
    en: "From the Link header of the page before.",
  },
  "Idempotency-Key": {
    cy: "Gwerth newydd ar gyfer pob cais newydd; mae ei hailanfon gyda'r un cais yn rhoi'r ateb cyntaf eto.",
    en: "A new value for each new request; sent again with the same request, it gives the first answer again.",
  },
  "If-Match": {
    cy: "ETag yr hyn a ddarllenwyd.",
    en: "ETag of what was read.",
  },
};

const DAYS_SHOWN: ParameterTexts = {
  from: {
    cy: "Y dyddiad cyntaf. Heddiw, os na roddir ef.",
    en: "The first date. Today, if it is not given.",
  },
  to: {
    cy: "Hyd at y dyddiad hwn, heb ei gynnwys. 28 diwrnod ar ôl `from`, os na roddir ef.",
    en: "Up to this date, which is not included. 28 days after `from`, if it is not given.",
  },
};

/** A list leaves out nothing unless it is told to. */
const DAYS_LISTED: ParameterTexts = {
  from: {
    cy: "Dim ond yr hyn sy'n gorffen ar y dyddiad hwn neu wedyn. Hebddo, mor bell yn ôl ag y bo.",
    en: "Only what ends on this date or later. Without it, however long ago.",
  },
  to: {
    cy: "Dim ond yr hyn sy'n dechrau cyn y dyddiad hwn. Hebddo, mor bell ymlaen ag y bo.",
    en: "Only what starts before this date. Without it, however far ahead.",
  },
};

const minutes: Bilingual = {
  cy: "Dim ond amser rhydd sydd o leiaf mor hir â hyn.",
  en: "Only free time that is at least this long.",
};

/**
 * By operation and name: what the parameter is for there.
 *
 * @internal
 */
export const OPERATION_PARAMETER_TEXTS: Readonly<Partial<Record<OperationId, ParameterTexts>>> = {
  getCalendar: DAYS_SHOWN,
  getWhatsOn: {
    ...DAYS_SHOWN,
    space: { cy: "Dim ond yr hyn sydd yn y lle hwn.", en: "Only what is on in this space." },
  },
  getSpaceAvailability: { ...DAYS_SHOWN, minutes },
  getSchoolAvailability: {
    ...DAYS_SHOWN,
    minutes,
    capacity: {
      cy: "Dim ond lleoedd sy'n dal o leiaf cynifer â hyn.",
      en: "Only spaces that hold at least this many people.",
    },
    facility: {
      cy: "Dim ond lleoedd sydd â'r cyfleuster hwn; gellir rhoi sawl un, gyda choma rhyngddynt.",
      en: "Only spaces that have this facility; several may be given, with commas between.",
    },
  },
  listBookings: {
    ...DAYS_LISTED,
    status: { cy: "Dim ond archebion yn y statws hwn.", en: "Only bookings in this status." },
    space: { cy: "Dim ond archebion o'r lle hwn.", en: "Only bookings of this space." },
    hirer: { cy: "Dim ond archebion y llogwr hwn.", en: "Only bookings of this hirer." },
  },
  listBlocks: DAYS_LISTED,
  listHirers: {
    school: { cy: "Dim ond llogwyr yr ysgol hon.", en: "Only hirers of this school." },
  },
  listEvents: {
    after: {
      cy: "Dim ond yr hyn a ddigwyddodd ar ôl yr adolygiad hwn.",
      en: "Only what happened after this revision.",
    },
  },
};
