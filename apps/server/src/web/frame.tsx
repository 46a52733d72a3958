import { type Language, sayDate, sayTime, toLocal } from "@neuadd/core";
import { html } from "hono/html";
import type { Child } from "hono/jsx";
import { frameMessages } from "./messages/frame-messages.ts";
import { accessibilityPath, homePath, pluginPagePath } from "./page-paths.ts";
import type { PageSetting } from "./page-setting.ts";
import { ICON, STYLESHEET } from "./static-files.ts";

interface FrameProps {
  readonly setting: PageSetting;
  /** Absent on the home page, whose title is the name itself. */
  readonly title?: string;
  readonly children: Child;
}

/** Where no school is spoken of, days are those of Wales. */
const ZONE = "Europe/London";

/** A whole page: the head, what stands around the content, and the content. */
export function Frame({ setting, title, children }: FrameProps) {
  const { language, paths } = setting;
  const messages = frameMessages[language];
  return html`<!doctype html>${(
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>
            {title === undefined ? `Neuadd – ${messages.tagline}` : `${title} – Neuadd`}
          </title>
          <link rel="icon" type="image/svg+xml" href={ICON.path} />
          <link rel="stylesheet" href={STYLESHEET.path} />
          <link rel="alternate" hreflang="cy" href={paths.cy} />
          <link rel="alternate" hreflang="en" href={paths.en} />
        </head>
        <body>
          <a class="skip-link" href="#content">
            {messages.skipToContent}
          </a>
          <PageHeader setting={setting} />
          <main id="content" tabindex={-1}>
            {children}
          </main>
          <PageFooter setting={setting} />
        </body>
      </html>
    )}`;
}

function PageHeader({ setting }: { readonly setting: PageSetting }) {
  const { language, paths } = setting;
  const messages = frameMessages[language];
  const other: Language = language === "cy" ? "en" : "cy";
  return (
    <header class="page-header">
      <div class="page-width">
        <a class="brand" href={homePath(language)}>
          <span class="brand-name" lang="cy">
            Neuadd
          </span>
          <span class="brand-tagline">{messages.tagline}</span>
        </a>
        <nav aria-label={messages.languagesLabel}>
          <a class="language-switch" href={paths[other]} lang={other} hreflang={other}>
            {messages.otherLanguageName}
          </a>
        </nav>
      </div>
      {setting.isDemonstration && <DemonstrationNotice setting={setting} />}
    </header>
  );
}

function DemonstrationNotice({ setting }: { readonly setting: PageSetting }) {
  const { language, now } = setting;
  const messages = frameMessages[language];
  const { date, time } = toLocal(now, ZONE);
  return (
    <div class="notice">
      <p class="page-width">
        <strong class="notice-tag">{messages.demonstration}</strong>{" "}
        {messages.clockShows(sayDate(date, language), sayTime(time, language))}
      </p>
    </div>
  );
}

function PageFooter({ setting }: { readonly setting: PageSetting }) {
  const { language, now, publicPluginPages, deskPage } = setting;
  const messages = frameMessages[language];
  return (
    <footer class="page-footer">
      <div class="page-width">
        <nav aria-label={messages.footerLabel}>
          <ul class="plain-list">
            <li>
              <a href={homePath(language)}>{messages.home}</a>
            </li>
            <li>
              <a href="/docs">{messages.reference}</a>
            </li>
            {publicPluginPages.map(({ plugin, path, title }) => (
              <li>
                <a href={pluginPagePath(language, plugin, path)}>{title[language]}</a>
              </li>
            ))}
            {deskPage && (
              <li>
                <a href={pluginPagePath(language, deskPage.plugin, deskPage.path)}>
                  {messages.desk}
                </a>
              </li>
            )}
            <li>
              <a href={accessibilityPath(language)}>{messages.accessibility}</a>
            </li>
          </ul>
        </nav>
        <p>{messages.today(sayDate(toLocal(now, ZONE).date, language))}</p>
      </div>
    </footer>
  );
}
