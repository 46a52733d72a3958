import { type Language, sayDate } from "@neuadd/core";
import { barSpan } from "./day-bar.tsx";
import { FreeTimes } from "./free-times.tsx";
import { weekMessages } from "./messages/week-messages.ts";
import type { WeekView } from "./week-view.ts";

interface WeekListProps {
  readonly view: WeekView;
  readonly language: Language;
}

/** The same week as the table, day by day, one space below another: for narrow screens and for whoever prefers it. */
export function WeekList({ view, language }: WeekListProps) {
  const messages = weekMessages[language];
  const school = view.state.school.id;
  const span = barSpan(view.sites.flatMap(({ rows }) => rows.flatMap(({ days }) => days)));
  return (
    <div class="week-list">
      {view.days.map((weekDay, index) => (
        <section aria-labelledby={`day-${weekDay.date}`} class={weekDay.isToday ? "is-today" : ""}>
          <h2 id={`day-${weekDay.date}`}>
            {sayDate(weekDay.date, language)}
            {weekDay.isToday && (
              <>
                {" "}
                <strong class="today">{messages.today}</strong>
              </>
            )}
          </h2>
          <p class="kind">{weekDay.kind}</p>
          {view.sites.map(({ name, rows }) => (
            <>
              {view.sites.length > 1 && <h3>{name[language]}</h3>}
              <dl>
                {rows.map(({ space, depth, days }) => {
                  const day = days[index];
                  return (
                    <div class={`depth-${Math.min(depth, 3)}`}>
                      <dt>{space.name[language]}</dt>
                      <dd>
                        {day && <FreeTimes {...{ language, school, space, weekDay, day, span }} />}
                      </dd>
                    </div>
                  );
                })}
              </dl>
            </>
          ))}
        </section>
      ))}
    </div>
  );
}
