import type { Language } from "@neuadd/core";
import { barSpan } from "./day-bar.tsx";
import { DayHeading } from "./day-heading.tsx";
import { FreeTimes } from "./free-times.tsx";
import { weekMessages } from "./messages/week-messages.ts";
import { weekPath } from "./page-paths.ts";
import type { WeekRow, WeekView } from "./week-view.ts";
import { sayWeek } from "./week.ts";

interface WeekTableProps {
  readonly view: WeekView;
  readonly language: Language;
}

/** The week with a column a day and a row a space. On narrow screens it scrolls within its own region. */
export function WeekTable({ view, language }: WeekTableProps) {
  const messages = weekMessages[language];
  return (
    <div class="table-region" role="region" aria-labelledby="week-caption" tabindex={0}>
      <table class="week-table">
        <caption id="week-caption">{messages.caption(sayWeek(view.monday, language))}</caption>
        <thead>
          <tr>
            <th scope="col" class="corner">
              {messages.space}
            </th>
            {view.days.map((day) => (
              <th scope="col" class={dayClass(day)}>
                <DayHeading day={day} language={language} />
              </th>
            ))}
          </tr>
        </thead>
        {view.sites.map(({ name, rows }) => (
          <tbody>
            <tr>
              <th class="site" colspan={8} scope="rowgroup">
                <span>{name[language]}</span>
              </th>
            </tr>
            {rows.map((row) => (
              <SpaceRow view={view} language={language} row={row} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function SpaceRow({ view, language, row }: WeekTableProps & { readonly row: WeekRow }) {
  const { space, depth, days } = row;
  const { school } = view.state;
  const span = barSpan(view.sites.flatMap((site) => site.rows.flatMap((other) => other.days)));
  return (
    <tr>
      <th scope="row" class={`depth-${Math.min(depth, 3)}`}>
        <a href={weekPath(language, school.id, { week: view.monday, space: space.id })}>
          {space.name[language]}
        </a>
      </th>
      {view.days.map((weekDay, index) => {
        const day = days[index];
        return (
          <td class={dayClass(weekDay)}>
            {day && <FreeTimes {...{ language, school: school.id, space, weekDay, day, span }} />}
          </td>
        );
      })}
    </tr>
  );
}

function dayClass({ isToday, isSetApart }: WeekView["days"][number]): string {
  if (isToday) return "is-today";
  return isSetApart ? "is-set-apart" : "";
}
