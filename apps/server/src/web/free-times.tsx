import {
  allowedMinutes,
  type AskableDay,
  type Language,
  type LocalInterval,
  localTime,
  minutesOfDay,
  sayDate,
  sayShortDate,
  sayTime,
  type Space,
} from "@neuadd/core";
import { weekMessages } from "./messages/week-messages.ts";
import { type BarSpan, DayBar } from "./day-bar.tsx";
import { requestPath } from "./page-paths.ts";
import type { WeekDay } from "./week-view.ts";

interface FreeTimesProps {
  readonly language: Language;
  readonly school: string;
  readonly space: Space;
  readonly weekDay: WeekDay;
  readonly day: AskableDay;
  readonly span: BarSpan;
}

/** How long a booking is proposed to be, where the space allows it. */
const USUAL_MINUTES = 60;

/** What of a day in a space can be asked for: each time with the way to ask for it, and a bar beside them. */
export function FreeTimes({ language, school, space, weekDay, day, span }: FreeTimesProps) {
  const messages = weekMessages[language];
  if (weekDay.isPast) return <span class="quiet">{messages.past}</span>;
  if (day.open.length === 0) return <span class="quiet">{messages.closed}</span>;
  if (day.free.length > 0 && day.requestsFrom !== undefined) {
    return (
      <span class="quiet">{messages.requestsFrom(sayShortDate(day.requestsFrom, language))}</span>
    );
  }
  return (
    <>
      <DayBar day={day} span={span} />
      {day.askable.length === 0 ? (
        <span class="taken">{day.free.length === 0 ? messages.nothingFree : messages.tooLate}</span>
      ) : (
        <ul class="times">
          {day.askable.map((interval) => {
            const hours = sayHours(interval, language);
            const date = sayDate(day.date, language);
            return (
              <li>
                <a
                  href={requestPath(language, school, proposal(space, day.date, interval))}
                  aria-label={messages.askFor(hours, space.name[language], date)}
                >
                  {hours}
                </a>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

/** The time that the form starts from: the beginning of what is free, for about an hour. */
function proposal({ id, terms }: Space, date: string, { start, end }: LocalInterval) {
  const proposed = minutesOfDay(start) + allowedMinutes(terms, USUAL_MINUTES);
  return { space: id, date, start, end: localTime(Math.min(proposed, minutesOfDay(end))) };
}

function sayHours({ start, end }: LocalInterval, language: Language): string {
  return weekMessages[language].hours(sayTime(start, language), sayTime(end, language));
}
