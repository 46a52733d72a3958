import { areTermsKnown, type Language, type SchoolCalendar, type SchoolDay } from "@neuadd/core";
import { weekMessages } from "./messages/week-messages.ts";

/**
 * What a day is, in words: its own name where that says it, the kind where it has none, and both where the name alone
 * would leave people guessing ("Bank holiday: Christmas Day").
 */
export function sayDayKind(day: SchoolDay, calendar: SchoolCalendar, language: Language): string {
  const messages = weekMessages[language];
  const kind = messages.kinds[day.kind];
  const name = day.name?.[language];
  if (name === undefined) {
    const isUnpublished = day.kind === "holiday" && !areTermsKnown(calendar, day.date);
    return isUnpublished ? messages.datesUnpublished : kind;
  }
  if (day.kind !== "bankHoliday") return name;
  return name.toLowerCase().includes(kind.toLowerCase()) ? name : `${kind}: ${name}`;
}
