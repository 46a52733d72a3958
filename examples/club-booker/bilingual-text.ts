/** One thing said in Welsh and in English. */
export interface BilingualText {
  readonly cy: string;
  readonly en: string;
}

/** Both texts on one line, Welsh first; a text that is the same in both is said once. */
export function inBothLanguages({ cy, en }: BilingualText): string {
  return cy === en ? cy : `${cy} · ${en}`;
}

/** A date such as `2026-09-08`, written out. It has no zone: it is the date of the school's own calendar. */
export function dateInWords(date: string): BilingualText {
  const instant = Date.parse(`${date}T00:00:00Z`);
  // Within a line, Welsh writes the day of the week with a small letter.
  const welsh = written(WELSH_DATE, instant);
  return {
    cy: `${welsh.charAt(0).toLowerCase()}${welsh.slice(1)}`,
    en: written(ENGLISH_DATE, instant),
  };
}

/** The parts in their order, without the commas that one edition of the language data has and another lacks. */
function written(format: Intl.DateTimeFormat, instant: number): string {
  const words = format.formatToParts(instant).filter(({ type }) => type !== "literal");
  return words.map(({ value }) => value).join(" ");
}

const DATE_PARTS = {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
} as const;
const WELSH_DATE = new Intl.DateTimeFormat("cy-GB", DATE_PARTS);
const ENGLISH_DATE = new Intl.DateTimeFormat("en-GB", DATE_PARTS);
