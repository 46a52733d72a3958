import { type DayAvailability, type Language, type LocalInterval, sayTime } from "@neuadd/core";
import { weekMessages } from "./messages/week-messages.ts";
import { type BarSpan, DayBar } from "./day-bar.tsx";
import type { WeekDay } from "./week-view.ts";

interface FreeTimesProps {
  readonly language: Language;
  readonly weekDay: WeekDay;
  readonly day: DayAvailability;
  readonly span: BarSpan;
}

/** What a space has free on a day: the times in words, and a bar beside them. */
export function FreeTimes({ language, weekDay, day, span }: FreeTimesProps) {
  const messages = weekMessages[language];
  if (weekDay.isPast) return <span class="quiet">{messages.past}</span>;
  if (day.open.length === 0) return <span class="quiet">{messages.closed}</span>;
  return (
    <>
      <DayBar day={day} span={span} />
      {day.free.length === 0 ? (
        <span class="taken">{messages.nothingFree}</span>
      ) : (
        <ul class="times">
          {day.free.map((interval) => (
            <li>{sayHours(interval, language)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function sayHours({ start, end }: LocalInterval, language: Language): string {
  return weekMessages[language].hours(sayTime(start, language), sayTime(end, language));
}
