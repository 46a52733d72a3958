import type { Language } from "../language/language.ts";
import { addDays, weekdayOf, type LocalDate } from "./day-steps.ts";
import type { Period, Span } from "./period.ts";

/** Not every browser knows Welsh: the names are our own. */
const NAMES = {
  cy: {
    weekdays: "Llun,Mawrth,Mercher,Iau,Gwener,Sadwrn,Sul".split(",").map((name) => `Dydd ${name}`),
    shortWeekdays: "Llun,Maw,Mer,Iau,Gwe,Sad,Sul".split(","),
    months:
      "Ionawr,Chwefror,Mawrth,Ebrill,Mai,Mehefin,Gorffennaf,Awst,Medi,Hydref,Tachwedd,Rhagfyr".split(
        ",",
      ),
    noon: "hanner dydd",
    midnight: "hanner nos",
    morning: "yb",
    afternoon: "yh",
    to: "tan",
    days: "i",
  },
  en: {
    weekdays: "Mon,Tues,Wednes,Thurs,Fri,Satur,Sun".split(",").map((name) => `${name}day`),
    shortWeekdays: "Mon,Tue,Wed,Thu,Fri,Sat,Sun".split(","),
    months:
      "January,February,March,April,May,June,July,August,September,October,November,December".split(
        ",",
      ),
    noon: "midday",
    midnight: "midnight",
    morning: "am",
    afternoon: "pm",
    to: "to",
    days: "to",
  },
} as const;

export function sayWeekday(date: LocalDate, language: Language): string {
  return NAMES[language].weekdays[weekdayOf(date)] ?? "";
}

/** A weekday in three or four letters, for the head of a column. */
export function sayShortWeekday(date: LocalDate, language: Language): string {
  return NAMES[language].shortWeekdays[weekdayOf(date)] ?? "";
}

/** `Tuesday 8 September 2026`, `Dydd Mawrth 8 Medi 2026`. */
export function sayDate(date: LocalDate, language: Language): string {
  return `${sayWeekday(date, language)} ${dayOf(date)} ${sayMonth(date, language)}`;
}

/** `September 2026`, `Medi 2026`. */
export function sayMonth(date: LocalDate, language: Language): string {
  return `${NAMES[language].months[Number(date.slice(5, 7)) - 1] ?? ""} ${Number(date.slice(0, 4))}`;
}

/** The day of the month without a zero before it. */
export function dayOf(date: LocalDate): number {
  return Number(date.slice(8));
}

/** A month by its name; a week by its first and last day, with what they share said once. */
export function sayPeriod(span: Span, { first, end }: Period, language: Language): string {
  if (span === "month") return sayMonth(first, language);
  const last = addDays(end, -1);
  const start = `${dayOf(first)} ${sayMonth(first, language)}`.split(" ");
  const finish = `${dayOf(last)} ${sayMonth(last, language)}`.split(" ");
  while (start.length > 1 && start.at(-1) === finish[start.length - 1]) start.pop();
  return `${start.join(" ")} ${NAMES[language].days} ${finish.join(" ")}`;
}

/** A time of day in twelve hours, as `6:30pm`, `6:30yh`, `midday`; `24:00` is midnight too. */
export function sayTime(time: string, language: Language): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const names = NAMES[language];
  if (hour % 12 === 0 && minute === 0) return hour === 12 ? names.noon : names.midnight;
  const minutes = minute === 0 ? "" : `:${time.slice(3)}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? names.morning : names.afternoon}`;
}

/** The word between two times. */
export function sayBetween(language: Language): string {
  return ` ${NAMES[language].to} `;
}

/** `5pm to 10pm`, `5yh tan 10yh`. */
export function sayTimes(start: string, end: string, language: Language): string {
  return sayTime(start, language) + sayBetween(language) + sayTime(end, language);
}
