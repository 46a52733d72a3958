/**
 * The sentences that core's schemas of request bodies carry, with their Welsh. Core says them in English alone, since its
 * schemas are for programs; here they reach people. A test finds those that are missing.
 */
export const WELSH_OF_CORE: Readonly<Record<string, string>> = {
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
};
