import type { Bilingual } from "@neuadd/core";

/** What each parameter is for, wherever it occurs; by its name. */
export const PARAMETER_TEXTS: Readonly<Partial<Record<string, Bilingual>>> = {
  school: { cy: "Dynodydd yr ysgol.", en: "Id of the school." },
  space: { cy: "Dynodydd y lle.", en: "Id of the space." },
  booking: { cy: "Dynodydd yr archeb.", en: "Id of the booking." },
  block: { cy: "Dynodydd y bloc.", en: "Id of the block." },
  hirer: { cy: "Dynodydd y llogwr.", en: "Id of the hirer." },
  date: { cy: "Dyddiad yng nghalendr yr ysgol.", en: "A date of the school's calendar." },
  from: {
    cy: "Y dyddiad cyntaf. Heddiw, os na roddir ef.",
    en: "The first date. Today, if it is not given.",
  },
  to: {
    cy: "Hyd at y dyddiad hwn, heb ei gynnwys. 28 diwrnod ar ôl `from`, os na roddir ef.",
    en: "Up to this date, which is not included. 28 days after `from`, if it is not given.",
  },
  minutes: {
    cy: "Dim ond amser rhydd sydd o leiaf mor hir â hyn.",
    en: "Only free time that is at least this long.",
  },
  capacity: {
    cy: "Dim ond lleoedd sy'n dal o leiaf cynifer â hyn.",
    en: "Only spaces that hold at least this many people.",
  },
  facility: {
    cy: "Dim ond lleoedd sydd â'r cyfleuster hwn; gellir rhoi sawl un, gyda choma rhyngddynt.",
    en: "Only spaces that have this facility; several may be given, with commas between.",
  },
  status: { cy: "Dim ond archebion yn y statws hwn.", en: "Only bookings in this status." },
  limit: { cy: "Faint ar dudalen.", en: "How many on a page." },
  cursor: {
    cy: "O bennyn Link y dudalen flaenorol.",
    en: "From the Link header of the page before.",
  },
  after: {
    cy: "Dim ond yr hyn a ddigwyddodd ar ôl y rhif hwn.",
    en: "Only what happened after this revision.",
  },
  lang: { cy: "Iaith y ddogfen.", en: "Language of the document." },
  "Idempotency-Key": {
    cy: "Gwerth newydd ar gyfer pob cais newydd; mae ei hailanfon gyda'r un cais yn rhoi'r ateb cyntaf eto.",
    en: "A new value for each new request; sent again with the same request, it gives the first answer again.",
  },
  "If-Match": {
    cy: "ETag yr hyn a ddarllenwyd.",
    en: "ETag of what was read.",
  },
};
