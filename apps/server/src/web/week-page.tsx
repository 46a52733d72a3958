import type { LocalDate } from "@neuadd/core";
import { Frame } from "./frame.tsx";
import { weekMessages } from "./messages/week-messages.ts";
import { requestPath, schoolPath, type WeekLayout, weekPath } from "./page-paths.ts";
import type { PageSetting } from "./page-setting.ts";
import { WeekList } from "./week-list.tsx";
import { WeekTable } from "./week-table.tsx";
import type { WeekView } from "./week-view.ts";
import { sayWeek } from "./week.ts";

interface WeekPageProps {
  readonly setting: PageSetting;
  readonly view: WeekView;
  /** Absent: the style sheet shows the table on wide screens and the list on narrow ones. */
  readonly layout?: WeekLayout;
}

/** What the spaces of a school have free in one week. */
export function WeekPage({ setting, view, layout }: WeekPageProps) {
  const { language } = setting;
  const messages = weekMessages[language];
  const { school } = view.state;
  const week = messages.week(sayWeek(view.monday, language));
  const place = view.space
    ? `${view.space.name[language]}, ${school.name[language]}`
    : school.name[language];
  return (
    <Frame setting={setting} title={`${messages.titleOf(place)} – ${week}`}>
      <div class={`page-width week-page ${layout === undefined ? "either" : `only-${layout}`}`}>
        <p class="eyebrow">
          <a href={schoolPath(language, school.id)}>{school.name[language]}</a>
        </p>
        <h1>
          {view.space ? messages.titleOf(view.space.name[language]) : messages.title}
          <span class="week-name">{week}</span>
        </h1>
        <WeekLinks {...{ setting, view, ...(layout && { layout }) }} />
        <div class="tools">
          <SpaceChoice {...{ setting, view, ...(layout && { layout }) }} />
          <LayoutLinks {...{ setting, view, ...(layout && { layout }) }} />
        </div>
        <Legend setting={setting} />
        {layout !== "list" && <WeekTable view={view} language={language} />}
        {layout !== "table" && <WeekList view={view} language={language} />}
        <p>
          <a
            class="main-link"
            href={requestPath(language, school.id, view.space ? { space: view.space.id } : {})}
          >
            {messages.ask}
          </a>
        </p>
        <p class="aside">{messages.howToBook}</p>
      </div>
    </Frame>
  );
}

function WeekLinks({ setting, view, layout }: WeekPageProps) {
  const messages = weekMessages[setting.language];
  const pathOf = (week: LocalDate): string => weekPathOf({ setting, view }, week, layout);
  return (
    <nav class="week-links" aria-label={messages.weeksLabel}>
      <ul class="plain-list">
        {view.previous !== undefined && (
          <li>
            <a rel="prev" href={pathOf(view.previous)}>
              <span aria-hidden="true">← </span>
              {messages.previousWeek}
            </a>
          </li>
        )}
        <li>
          <a
            href={pathOf(view.thisWeek)}
            {...(view.thisWeek === view.monday && { "aria-current": "date" as const })}
          >
            {messages.thisWeek}
          </a>
        </li>
        {view.next !== undefined && (
          <li>
            <a rel="next" href={pathOf(view.next)}>
              {messages.nextWeek}
              <span aria-hidden="true"> →</span>
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** A plain form: choosing a space needs no script. */
function SpaceChoice({ setting, view, layout }: WeekPageProps) {
  const { language } = setting;
  const messages = weekMessages[language];
  const { school, tree } = view.state;
  return (
    <form method="get" action={weekPath(language, school.id)}>
      <input type="hidden" name="week" value={view.monday} />
      {layout !== undefined && <input type="hidden" name="view" value={layout} />}
      <label for="space">{messages.space}</label>
      <select id="space" name="space">
        <option value="">{messages.allSpaces}</option>
        {tree.spaces
          .filter(({ bookable }) => bookable)
          .map(({ id, name }) => (
            <option value={id} selected={id === view.space?.id}>
              {name[language]}
            </option>
          ))}
      </select>
      <button type="submit">{messages.show}</button>
    </form>
  );
}

function LayoutLinks({ setting, view, layout }: WeekPageProps) {
  const messages = weekMessages[setting.language];
  const choices = [
    { choice: "table", name: messages.asTable },
    { choice: "list", name: messages.asList },
  ] as const;
  return (
    <nav aria-label={messages.layoutLabel}>
      <ul class="plain-list">
        {choices.map(({ choice, name }) => (
          <li>
            <a
              href={weekPathOf({ setting, view }, view.monday, choice)}
              {...(choice === layout && { "aria-current": "true" as const })}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Legend({ setting }: { readonly setting: PageSetting }) {
  const messages = weekMessages[setting.language];
  return (
    <ul class="legend plain-list" aria-label={messages.legend}>
      <li>
        <span class="swatch swatch-free" aria-hidden="true" /> {messages.legendFree}
      </li>
      <li>
        <span class="swatch swatch-taken" aria-hidden="true" /> {messages.legendTaken}
      </li>
    </ul>
  );
}

function weekPathOf(
  { setting, view }: Pick<WeekPageProps, "setting" | "view">,
  week: LocalDate,
  layout: WeekLayout | undefined,
): string {
  return weekPath(setting.language, view.state.school.id, {
    week,
    ...(view.space && { space: view.space.id }),
    ...(layout && { layout }),
  });
}
