/**
 * The sentences that this package's schemas carry, with their Welsh. A schema can say one text only, so that they stand
 * there in English.
 */
export const WELSH_OF_SCHEMAS: Readonly<Record<string, string>> = {
  "Write a date that exists, as 2026-09-08.": "Ysgrifennwch ddyddiad sy'n bod, fel 2026-09-08.",
  "Write a date of the years 0001 to 9999.": "Ysgrifennwch ddyddiad yn y blynyddoedd 0001 i 9999.",
  "Write hours and minutes as 18:00, from 00:00 to 24:00.":
    "Ysgrifennwch oriau a munudau fel 18:00, o 00:00 i 24:00.",
  "Write an id of letters, digits, hyphens and underscores.":
    "Ysgrifennwch ddynodydd o lythrennau, rhifau, cysylltnodau a thanlinellau.",
  "Write a telephone number, such as 01632 960001.":
    "Ysgrifennwch rif ffôn, er enghraifft 01632 960001.",
  "Two members have the same id.": "Mae gan ddau aelod yr un dynodydd.",
  "One of them is given twice.": "Rhoddwyd un ohonynt ddwywaith.",
  "Write an id of lower-case letters, digits and single hyphens, such as sports-hall-a.":
    "Ysgrifennwch ddynodydd o lythrennau bach, rhifau a chysylltnodau unigol, fel sports-hall-a.",
  "The last day is before the first day.": "Mae'r diwrnod olaf cyn y diwrnod cyntaf.",
  "Use the name of an IANA time zone, such as Europe/London.":
    "Defnyddiwch enw cylchfa amser IANA, fel Europe/London.",
  "Write a feature as one word in camel case, such as hearingLoop.":
    "Ysgrifennwch nodwedd fel un gair, gyda phriflythyren i bob gair Saesneg newydd ynddo, fel hearingLoop.",
  "Write the financial year as 2024/25.": "Ysgrifennwch y flwyddyn ariannol fel 2024/25.",
  "Write the school year as 2026/27.": "Ysgrifennwch y flwyddyn ysgol fel 2026/27.",
  "Write the id as a slug, such as term-dates.":
    "Ysgrifennwch y dynodydd mewn llythrennau bach, rhifau a chysylltnodau, fel term-dates.",
  "Write this on one line, without control characters or signs that turn the direction of writing.":
    "Ysgrifennwch hyn ar un llinell, heb nodau rheoli nac arwyddion sy'n troi cyfeiriad yr ysgrifen.",
  "Give the text in both languages.": "Rhowch y testun yn y ddwy iaith.",
};
