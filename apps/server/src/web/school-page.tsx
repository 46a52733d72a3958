import { type LocalDate, sayDate, type Space } from "@neuadd/core";
import type { SchoolState } from "../ledger/school-model.ts";
import { daysAhead } from "./days-ahead.ts";
import { Frame } from "./frame.tsx";
import { featureName } from "./messages/feature-names.ts";
import { schoolMessages } from "./messages/school-messages.ts";
import { weekMessages } from "./messages/week-messages.ts";
import { spaceKindNames } from "./messages/space-kind-names.ts";
import { requestPath, weekPath } from "./page-paths.ts";
import type { PageSetting } from "./page-setting.ts";
import { sayDayKind } from "./say-day-kind.ts";
import { depthOf } from "./space-depth.ts";

interface SchoolPageProps {
  readonly setting: PageSetting;
  readonly state: SchoolState;
  readonly today: LocalDate;
}

/** What a school is, the spaces that it lets, and the days ahead that are not days of term as usual. */
export function SchoolPage({ setting, state, today }: SchoolPageProps) {
  const { language } = setting;
  const { school, premises, tree } = state;
  const messages = schoolMessages[language];
  return (
    <Frame setting={setting} title={school.name[language]}>
      <div class="page-width">
        <h1>{school.name[language]}</h1>
        <p>
          <a class="main-link" href={weekPath(language, school.id)}>
            {messages.week}
          </a>
        </p>
        <p>
          <a href={requestPath(language, school.id)}>{messages.ask}</a>
        </p>
        <SchoolFacts {...{ setting, state }} />
        <h2>{messages.spaces}</h2>
        {premises.map(({ id, name, address }) => (
          <section aria-labelledby={`premises-${id}`}>
            <h3 id={`premises-${id}`}>{name[language]}</h3>
            {address !== undefined && <p>{address}</p>}
            <ul class="spaces">
              {tree.spaces
                .filter((space) => space.premises === id)
                .map((space) => (
                  <SpaceItem {...{ setting, state, space }} />
                ))}
            </ul>
          </section>
        ))}
        <DaysAhead {...{ setting, state, today }} />
      </div>
    </Frame>
  );
}

function SchoolFacts({ setting, state }: Omit<SchoolPageProps, "today">) {
  const messages = schoolMessages[setting.language];
  const { school } = state;
  return (
    <dl class="facts">
      <dt>{messages.category}</dt>
      <dd>{messages.categories[school.category]}</dd>
      <dt>{messages.phases}</dt>
      <dd>{school.phases.map((phase) => messages.phaseNames[phase]).join(", ")}</dd>
      <dt>{messages.languageMedium}</dt>
      <dd>{messages.languageMediums[school.languageMedium]}</dd>
      <dt>{messages.controller}</dt>
      <dd>{messages.controllers[school.controller]}</dd>
    </dl>
  );
}

interface SpaceItemProps {
  readonly setting: PageSetting;
  readonly state: SchoolState;
  readonly space: Space;
}

function SpaceItem({ setting, state, space }: SpaceItemProps) {
  const { language } = setting;
  const messages = schoolMessages[language];
  const kind = spaceKindNames[space.kind][language];
  const name = space.name[language];
  const details = [
    ...(kind === name ? [] : [kind]),
    messages.capacity(space.capacity),
    ...(space.children.length > 0 ? [messages.divides] : []),
  ];
  return (
    <li class={`space depth-${Math.min(depthOf(state.tree, space), 3)}`} id={space.id}>
      <h4>{name}</h4>
      <p>{details.join(" · ")}</p>
      <Features
        title={messages.layouts}
        features={space.layouts.map((layout) => `${layout.name[language]} (${layout.capacity})`)}
      />
      <Features
        title={messages.facilities}
        features={space.facilities.map((feature) => featureName(feature)[language])}
      />
      <Features
        title={messages.accessibility}
        features={space.accessibility.map((feature) => featureName(feature)[language])}
      />
      {space.fundedBy && (
        <p>{messages.fundedBy(space.fundedBy.programme[language], space.fundedBy.financialYear)}</p>
      )}
      {space.bookable && (
        <p>
          <a href={weekPath(language, state.school.id, { space: space.id })}>
            {messages.weekOf(name)}
          </a>
          {" · "}
          <a href={requestPath(language, state.school.id, { space: space.id })}>
            {messages.askFor(name)}
          </a>
        </p>
      )}
    </li>
  );
}

function Features({
  title,
  features,
}: {
  readonly title: string;
  readonly features: readonly string[];
}) {
  if (features.length === 0) return null;
  return (
    <p>
      <strong>{title}:</strong> {features.join(", ")}
    </p>
  );
}

function DaysAhead({ setting, state, today }: SchoolPageProps) {
  const { language } = setting;
  const messages = schoolMessages[language];
  const days = daysAhead(state.calendar, today);
  return (
    <section aria-labelledby="days-ahead">
      <h2 id="days-ahead">{messages.daysAhead}</h2>
      <p>{days.length === 0 ? messages.noDaysAhead : messages.daysAheadText}</p>
      <ul>
        {days.map(({ first, last }) => (
          <li>
            <a href={weekPath(language, state.school.id, { week: first.date })}>
              {first.date === last.date
                ? sayDate(first.date, language)
                : weekMessages[language].days(
                    sayDate(first.date, language),
                    sayDate(last.date, language),
                  )}
            </a>
            : {sayDayKind(first, state.calendar, language)}
          </li>
        ))}
      </ul>
    </section>
  );
}
