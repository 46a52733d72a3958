import type { Bilingual } from "../language/bilingual.ts";
import { sayDate } from "../time/say-date.ts";
import type { ExclusionCode, SeriesCode } from "./denial-codes.ts";
import type { DenialDetails } from "./denial-details.ts";
import { sayDates, welshDate } from "./message-words.ts";

type Messages = {
  readonly [Code in ExclusionCode | SeriesCode]: (details: DenialDetails[Code]) => Bilingual;
};

/** The sentence of each reason to leave a date out, and of each note on a whole series. */
export const SERIES_MESSAGES: Messages = {
  NOT_TERM_TIME: ({ date, areTermsKnown }) =>
    areTermsKnown
      ? {
          cy: `Nid yw ${welshDate(date, "none")} yn ystod tymor yr ysgol.`,
          en: `${sayDate(date, "en")} is not in term time.`,
        }
      : {
          cy: `Nid yw dyddiadau’r tymhorau ar gyfer ${welshDate(date, "none")} wedi’u cyhoeddi eto.`,
          en: `The term dates for ${sayDate(date, "en")} are not published yet.`,
        },
  HALF_TERM: ({ date }) => ({
    cy: `Mae ${welshDate(date, "none")} yn ystod hanner tymor.`,
    en: `${sayDate(date, "en")} is in half term.`,
  }),
  BANK_HOLIDAY: ({ date, name }) => ({
    cy: `Mae ${welshDate(date, "none")} yn ŵyl banc${name ? ` (${name.cy})` : ""}.`,
    en: `${sayDate(date, "en")} is a bank holiday${name ? ` (${name.en})` : ""}.`,
  }),
  INSET_DAY: ({ date }) => ({
    cy: `Mae ${welshDate(date, "none")} yn ddiwrnod HMS.`,
    en: `${sayDate(date, "en")} is an INSET day.`,
  }),
  EXCEPTION_DATE: ({ date }) => ({
    cy: `Mae’r cais ei hun yn hepgor ${welshDate(date, "none")}.`,
    en: `The request itself leaves out ${sayDate(date, "en")}.`,
  }),
  NO_DATES: ({ dates }) =>
    dates === 0
      ? { cy: "Nid oes yr un dyddiad yn y cais.", en: "The request comes to no dates." }
      : {
          cy: "Ni ellir archebu’r un o’r dyddiadau.",
          en: "None of the dates can be booked.",
        },
  DATES_DENIED: ({ denied }) => ({
    cy: `Ni ellir archebu ${sayDates(denied, "cy")}, ac mae’r cais yn gofyn am y cyfan neu ddim.`,
    en: `${sayDates(denied, "en")} can’t be booked, and the request asks for all or none.`,
  }),
  BELOW_MINIMUM: ({ bookable, minimumOccurrences }) => ({
    cy: `Nifer y dyddiadau y gellir eu harchebu: ${bookable}; mae’r cais yn gofyn am o leiaf ${minimumOccurrences}.`,
    en: `${sayDates(bookable, "en")} can be booked; the request asks for at least ${minimumOccurrences}.`,
  }),
  TOO_MANY_DATES: ({ maximumDates }) => ({
    cy: `Gall cyfres gynnwys hyd at ${sayDates(maximumDates, "cy")}, felly ni chwiliwyd am ragor.`,
    en: `A series may have up to ${sayDates(maximumDates, "en")}, so that no more were looked for.`,
  }),
  STARTS_LATER: ({ first, startsOn }) => ({
    cy: `Nid yw ${welshDate(first, "none")} yn un o ddyddiadau’r rheol; mae’r gyfres yn dechrau ar ${welshDate(startsOn, "soft")}.`,
    en: `${sayDate(first, "en")} is not a date of the rule; the series starts on ${sayDate(startsOn, "en")}.`,
  }),
  COUNT_NOT_REACHED: ({ wanted, added }) => ({
    cy: `Nifer y dyddiadau i’w hychwanegu ar y diwedd yn lle’r rhai na ellir eu harchebu: ${wanted}; nifer y daethpwyd o hyd iddynt: ${added}.`,
    en: `${sayDates(wanted, "en")} should have been added at the end for those that can’t be booked; ${added} could be found.`,
  }),
};
