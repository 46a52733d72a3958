import {
  addDays,
  dayNumber,
  type Language,
  type LocalDate,
  sayShortDate,
  weekdayOf,
} from "@neuadd/core";
import { weekMessages } from "./messages/week-messages.ts";

/** The Monday of the week in which a date lies. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(dayNumber(date)));
}

/** The seven days of a week from its Monday. */
export function daysOfWeek(monday: LocalDate): LocalDate[] {
  return Array.from({ length: 7 }, (_, days) => addDays(monday, days));
}

/** A week by its first and last day, with what they share said once: `7 to 13 September 2026`. */
export function sayWeek(monday: LocalDate, language: Language): string {
  const first = sayShortDate(monday, language).split(" ");
  const last = sayShortDate(addDays(monday, 6), language).split(" ");
  while (first.length > 1 && first.at(-1) === last[first.length - 1]) first.pop();
  return weekMessages[language].days(first.join(" "), last.join(" "));
}
