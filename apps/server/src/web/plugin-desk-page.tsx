import type { Bilingual, Language } from "@neuadd/core";
import {
  DESK_ACTION_NAME,
  DESK_TOKEN_NAME,
  type DeskFormFaults,
  REFUSED_FIELD_PREFIX,
} from "@neuadd/plugin-kit/host";
import { raw } from "hono/html";
import type { PluginPage } from "../plugins/plugin-runtime.ts";
import { Frame } from "./frame.tsx";
import { deskMessages } from "./messages/desk-messages.ts";
import { pluginPagePath, withQuery } from "./page-paths.ts";
import type { PageSetting } from "./page-setting.ts";

/** The action of the button with which somebody signs out. No plugin's action can have this name. */
export const SIGN_OUT = "desk.sign-out";

export interface PluginDeskPageProps {
  readonly setting: PageSetting;
  readonly title: string;
  /** HTML that the plugin rendered; it has escaped what comes from data. */
  readonly content: string;
  /** Of whoever is signed in; absent for a page for anyone, and for a program. */
  readonly desk?: Desk;
  /** What has just come of a form. */
  readonly done?: Bilingual;
  /** What is wrong with the form that was sent. */
  readonly refused?: RefusedFields;
}

interface RefusedFields {
  /** Its work went wrong, and may be done in part. */
  readonly isUnfinished: boolean;
  readonly faults: DeskFormFaults;
  /** What the fields are called. */
  readonly labels: ReadonlyMap<string, string>;
}

interface Desk {
  /** For the forms. */
  readonly token: string;
  /** All pages for schools. */
  readonly pages: readonly PluginPage[];
}

/** What a plugin shows, under its title, in the frame of all pages. */
export function PluginDeskPage({
  setting,
  title,
  content,
  desk,
  done,
  refused,
}: PluginDeskPageProps) {
  const { language } = setting;
  return (
    <Frame setting={setting} title={title}>
      <div class="page-width prose">
        {desk && <DeskBar setting={setting} desk={desk} />}
        <h1>{title}</h1>
        {done && (
          <p class="outcome is-free" role="status">
            {done[language]}
          </p>
        )}
        {refused && <FaultSummary language={language} refused={refused} />}
        {raw(content)}
      </div>
    </Frame>
  );
}

function DeskBar({ setting, desk }: { readonly setting: PageSetting; readonly desk: Desk }) {
  const { language } = setting;
  const messages = deskMessages[language];
  const here = setting.paths[language];
  const [path = "", query = ""] = here.split("?");
  const school = new URLSearchParams(query).get("school");
  return (
    <div class="desk-bar">
      <nav aria-label={messages.pagesLabel}>
        <ul class="plain-list">
          {desk.pages.map((page) => {
            const address = pluginPagePath(language, page.plugin, page.path);
            return (
              <li>
                <a
                  href={school === null ? address : withQuery(address, { school })}
                  {...(address === path && { "aria-current": "page" as const })}
                >
                  {page.title[language]}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
      <form method="post" action={here} class="desk-form">
        <input type="hidden" name={DESK_TOKEN_NAME} value={desk.token} />
        <button type="submit" name={DESK_ACTION_NAME} value={SIGN_OUT}>
          {messages.signOut}
        </button>
      </form>
    </div>
  );
}

function FaultSummary({
  language,
  refused: { isUnfinished, faults, labels },
}: {
  readonly language: Language;
  readonly refused: RefusedFields;
}) {
  const { faultsTitle, unfinishedTitle } = deskMessages[language];
  return (
    <div class="fault-summary" role="alert">
      <h2>{isUnfinished ? unfinishedTitle : faultsTitle}</h2>
      <ul>
        {[...faults].map(([name, sentence]) => (
          <li>
            {labels.has(name) ? (
              <a href={`#${REFUSED_FIELD_PREFIX}${name}`}>
                {labels.get(name)}: {sentence[language]}
              </a>
            ) : (
              sentence[language]
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
