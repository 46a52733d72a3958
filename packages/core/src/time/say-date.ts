import type { Language } from "../language/bilingual.ts";
import { monthName, weekdayName } from "./calendar-names.ts";
import { dateParts } from "./civil-calendar.ts";
import { dayNumber, weekdayOf, type LocalDate } from "./local-date.ts";
import { minutesOfDay, type LocalTime } from "./local-time.ts";

/**
 * Writes a date for people, with its weekday, as the start of a sentence or on its own.
 * Throws LOCAL_DATE_INVALID.
 *
 * @example
 * ```ts
 * import { sayDate } from "@neuadd/core";
 *
 * sayDate("2026-09-08", "en"); //=> "Tuesday 8 September 2026"
 * sayDate("2026-09-08", "cy"); //=> "Dydd Mawrth 8 Medi 2026"
 * ```
 */
export function sayDate(date: LocalDate, language: Language): string {
  const name = weekdayName(weekdayOf(dayNumber(date)), language);
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${sayShortDate(date, language)}`;
}

/**
 * Writes a date for people without its weekday, for use within a sentence. Throws LOCAL_DATE_INVALID.
 *
 * @example
 * ```ts
 * import { sayShortDate } from "@neuadd/core";
 *
 * sayShortDate("2027-07-15", "cy"); //=> "15 Gorffennaf 2027"
 * ```
 */
export function sayShortDate(date: LocalDate, language: Language): string {
  const { year, month, day } = dateParts(dayNumber(date));
  return `${day} ${monthName(month, language)} ${year}`;
}

/**
 * Writes a time of day for people, in the style of GOV.UK: twelve hours, minutes only if there are any, and words
 * for 12:00 and for both ends of the day. Throws LOCAL_TIME_INVALID.
 *
 * @example
 * ```ts
 * import { sayTime } from "@neuadd/core";
 *
 * sayTime("18:30", "en"); //=> "6:30pm"
 * sayTime("18:30", "cy"); //=> "6:30yh"
 * sayTime("09:00", "en"); //=> "9am"
 * sayTime("24:00", "cy"); //=> "hanner nos"
 * ```
 */
export function sayTime(time: LocalTime, language: Language): string {
  const total = minutesOfDay(time);
  const words = TIME_WORDS[language];
  if (total % 1440 === 0) return words.midnight;
  if (total === 720) return words.midday;
  const hour = Math.floor(total / 60) % 12 || 12;
  const minutes = total % 60 === 0 ? "" : `:${`${total % 60}`.padStart(2, "0")}`;
  return `${hour}${minutes}${total < 720 ? words.morning : words.afternoon}`;
}

const TIME_WORDS = {
  cy: { midnight: "hanner nos", midday: "hanner dydd", morning: "yb", afternoon: "yh" },
  en: { midnight: "midnight", midday: "midday", morning: "am", afternoon: "pm" },
} as const;
