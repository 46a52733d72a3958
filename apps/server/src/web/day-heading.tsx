import { type Language, sayDate, sayShortDate } from "@neuadd/core";
import { weekMessages } from "./messages/week-messages.ts";
import type { WeekDay } from "./week-view.ts";

/** A day as the head of a column: weekday, day and month, and what day it is for the school. */
export function DayHeading({
  day,
  language,
}: {
  readonly day: WeekDay;
  readonly language: Language;
}) {
  const short = sayShortDate(day.date, language);
  const weekday = sayDate(day.date, language).slice(0, -short.length).trim();
  return (
    <>
      <span class="weekday">{weekday}</span> <span class="date">{short.replace(/ \d+$/, "")}</span>
      {day.isToday && (
        <>
          {" "}
          <strong class="today">{weekMessages[language].today}</strong>
        </>
      )}{" "}
      <span class="kind">{day.kind}</span>
    </>
  );
}
