import type { DayKind } from "../calendar/day-kind.ts";
import type { Bilingual, Language } from "../language/bilingual.ts";
import type { LocalInterval } from "../time/interval.ts";
import type { LocalDate } from "../time/local-date.ts";
import type { LocalTime } from "../time/local-time.ts";
import { sayDate, sayTime } from "../time/say-date.ts";
import type { DayFacts, HeldTime } from "./denial-details.ts";

/** What kind of day it is, in words that fit in brackets. Official Welsh terms where there are any. */
const DAY_KIND_WORDS: Readonly<Record<DayKind, Bilingual>> = {
  term: { cy: "diwrnod ysgol", en: "a school day" },
  halfTerm: { cy: "hanner tymor", en: "half term" },
  holiday: { cy: "gwyliau’r ysgol", en: "school holidays" },
  inset: { cy: "diwrnod HMS", en: "INSET day" },
  bankHoliday: { cy: "gŵyl banc", en: "bank holiday" },
  closure: { cy: "yr ysgol ar gau", en: "the school is closed" },
  pollingDay: { cy: "diwrnod pleidleisio", en: "polling day" },
  weekend: { cy: "penwythnos", en: "weekend" },
};

/**
 * A date within a Welsh sentence: `dydd Mawrth 8 Medi 2026`, or with the soft mutation that follows
 * `ar`, `hyd at` and a date used as an adverb: `ddydd Mawrth 8 Medi 2026`.
 */
export function welshDate(date: LocalDate, mutation: "none" | "soft"): string {
  const name = sayDate(date, "cy").slice(1);
  return mutation === "soft" ? `dd${name}` : `d${name}`;
}

/** A number of minutes as hours and minutes; Welsh counts with the singular, and mutates it after 2. */
export function sayMinutes(total: number, language: Language): string {
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  const parts: string[] = [];
  if (hours > 0) parts.push(sayHours(hours, language));
  if (minutes > 0 || hours === 0) {
    const noun =
      language === "cy" ? (minutes === 2 ? "funud" : "munud") : plural(minutes, "minute");
    parts.push(`${minutes} ${noun}`);
  }
  return parts.join(" ");
}

/** A number of hours; `awr` does not change after a figure. */
export function sayHours(hours: number, language: Language): string {
  return language === "cy" ? `${hours} awr` : `${hours} ${plural(hours, "hour")}`;
}

/** A number of people. */
export function sayPeople(people: number, language: Language): string {
  if (people === 1) return "1 person";
  return language === "cy" ? `${people} o bobl` : `${people} people`;
}

/** A number of dates. */
export function sayDates(dates: number, language: Language): string {
  if (language === "en") return `${dates} ${plural(dates, "date")}`;
  if (dates === 1) return "1 dyddiad";
  return dates === 2 ? "2 ddyddiad" : `${dates} o ddyddiadau`;
}

/** From one time of day to another. */
export function sayRange(start: LocalTime, end: LocalTime, language: Language): string {
  const [from, to] = [sayTime(start, language), sayTime(end, language)];
  return language === "cy" ? `o ${from} tan ${to}` : `from ${from} to ${to}`;
}

/** Several ranges of one day, one after another. */
export function sayRanges(ranges: readonly LocalInterval[], language: Language): string {
  const said = ranges.map(({ start, end }) => sayRange(start, end, language));
  const last = said.at(-1) ?? "";
  if (said.length < 2) return last;
  return `${said.slice(0, -1).join(", ")} ${language === "cy" ? "ac" : "and"} ${last}`;
}

/**
 * When something holds a space: with one date if it starts and ends on the same, otherwise with both;
 * and how long the space needs between bookings, if that alone is in the way.
 */
export function sayHeldTime(held: HeldTime): Bilingual {
  const { from, to, turnaroundMinutes } = held;
  const time =
    from.date === to.date
      ? {
          cy: `${sayRange(from.time, to.time, "cy")} ar ${welshDate(from.date, "soft")}`,
          en: `${sayRange(from.time, to.time, "en")} on ${sayDate(from.date, "en")}`,
        }
      : {
          cy: `o ${sayTime(from.time, "cy")} ${welshDate(from.date, "soft")} tan ${sayTime(to.time, "cy")} ${welshDate(to.date, "soft")}`,
          en: `from ${sayTime(from.time, "en")} on ${sayDate(from.date, "en")} to ${sayTime(to.time, "en")} on ${sayDate(to.date, "en")}`,
        };
  if (turnaroundMinutes === undefined) return time;
  return {
    cy: `${time.cy}, ac mae angen ${sayMinutes(turnaroundMinutes, "cy")} rhwng archebion`,
    en: `${time.en}, and needs ${sayMinutes(turnaroundMinutes, "en")} between bookings`,
  };
}

/** The name of the day if it has one, or else its kind, in brackets. */
export function sayDayKind({ kind, name, areTermsKnown }: DayFacts, language: Language): string {
  const words =
    name ?? (kind === "holiday" && !areTermsKnown ? TERMS_UNKNOWN : DAY_KIND_WORDS[kind]);
  return ` (${words[language]})`;
}

const TERMS_UNKNOWN: Bilingual = {
  cy: "nid yw dyddiadau’r tymhorau wedi’u cyhoeddi eto",
  en: "the term dates are not published yet",
};

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}
