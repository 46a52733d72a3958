import type { School } from "@neuadd/core";
import { Frame } from "./frame.tsx";
import { homeMessages } from "./messages/home-messages.ts";
import { embedPath, pluginPagePath, schoolPath, weekPath } from "./page-paths.ts";
import type { PageSetting } from "./page-setting.ts";

interface HomePageProps {
  readonly setting: PageSetting;
  readonly schools: readonly School[];
}

/** What this is, the schools, and where to go on. */
export function HomePage({ setting, schools }: HomePageProps) {
  const { language } = setting;
  const messages = homeMessages[language];
  return (
    <Frame setting={setting}>
      <div class="hero">
        <div class="page-width">
          <h1>{messages.title}</h1>
          <p class="lead">{messages.lead}</p>
          <p class="aside" lang={language === "cy" ? "en" : "cy"}>
            {messages.inOtherLanguage}
          </p>
        </div>
      </div>
      <div class="page-width">
        <section aria-labelledby="schools">
          <h2 id="schools">{messages.schools}</h2>
          {schools.length === 0 ? (
            <p>{messages.noSchools}</p>
          ) : (
            <ul class="cards">
              {schools.map((school) => (
                <SchoolCard setting={setting} school={school} />
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="how-it-works">
          <h2 id="how-it-works">{messages.howItWorks}</h2>
          <ol class="steps">
            {messages.steps.map(({ title, text }) => (
              <li>
                <h3>{title}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ol>
        </section>
        <Developers setting={setting} />
        <PluginPages setting={setting} />
      </div>
    </Frame>
  );
}

function SchoolCard({
  setting,
  school,
}: {
  readonly setting: PageSetting;
  readonly school: School;
}) {
  const { language } = setting;
  const messages = homeMessages[language];
  return (
    <li class="card">
      <h3>{school.name[language]}</h3>
      <p>
        <a class="main-link" href={weekPath(language, school.id)}>
          {messages.thisWeek}
          <span class="visually-hidden">: {school.name[language]}</span>
        </a>
      </p>
      <p>
        <a href={schoolPath(language, school.id)}>
          {messages.aboutSchool}
          <span class="visually-hidden">: {school.name[language]}</span>
        </a>
      </p>
    </li>
  );
}

function Developers({ setting }: { readonly setting: PageSetting }) {
  const messages = homeMessages[setting.language];
  return (
    <section aria-labelledby="developers">
      <h2 id="developers">{messages.forDevelopers}</h2>
      <p>{messages.developersText}</p>
      <ul class="plain-list">
        <li>
          <a href="/docs">{messages.reference}</a>
        </li>
        <li>
          <a href="/openapi.json">{messages.openApi}</a>
        </li>
        <li>
          <a href={embedPath(setting.language)}>{messages.embed}</a>
        </li>
      </ul>
    </section>
  );
}

function PluginPages({ setting }: { readonly setting: PageSetting }) {
  const { language, publicPluginPages } = setting;
  if (publicPluginPages.length === 0) return null;
  return (
    <section aria-labelledby="more">
      <h2 id="more">{homeMessages[language].more}</h2>
      <ul class="plain-list">
        {publicPluginPages.map(({ plugin, path, title }) => (
          <li>
            <a href={pluginPagePath(language, plugin, path)}>{title[language]}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
