import type { School, SpaceTree } from "@neuadd/core";
import type { BuiltWidget } from "../embed/built-widget.ts";
import { EMBED_PATHS } from "../embed/embed-routes.ts";
import {
  type EmbedTarget,
  frameParentSnippet,
  frameSnippet,
  furtherSnippet,
  pinnedSnippet,
  policySnippet,
  scriptSnippet,
} from "./embed-snippets.ts";
import { Frame } from "./frame.tsx";
import { embedMessages } from "./messages/embed-messages.ts";
import { embedPath, weekPath } from "./page-paths.ts";
import type { PageSetting } from "./page-setting.ts";

interface EmbedPageProps {
  readonly setting: PageSetting;
  readonly schools: readonly School[];
  /** Those of the school that was chosen. */
  readonly spaces: SpaceTree["spaces"];
  /** Absent while there is no school. */
  readonly target?: EmbedTarget;
  /** Absent while it is not built. */
  readonly widget?: BuiltWidget;
}

/** How to put the widget on another web site: the snippets, filled in, with the digest of the script. */
export function EmbedPage({ setting, schools, spaces, target, widget }: EmbedPageProps) {
  const messages = embedMessages[setting.language];
  return (
    <Frame setting={setting} title={messages.title}>
      <div class="page-width">
        <h1>{messages.title}</h1>
        <p class="lead">{messages.lead}</p>
        {widget === undefined && <p class="outcome">{messages.notBuilt}</p>}
        {target === undefined ? (
          <p>{messages.noSchools}</p>
        ) : (
          <>
            <TargetChoice {...{ setting, schools, spaces, target }} />
            {widget && <Snippets {...{ setting, target, widget }} />}
          </>
        )}
      </div>
    </Frame>
  );
}

function TargetChoice({
  setting: { language },
  schools,
  spaces,
  target,
}: Required<Omit<EmbedPageProps, "widget">>) {
  const messages = embedMessages[language];
  return (
    <form method="get" action={embedPath(language)} class="embed-form">
      <div>
        <label for="school">{messages.school}</label>
        <select id="school" name="school">
          {schools.map(({ id, name }) => (
            <option value={id} selected={id === target.school}>
              {name[language]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for="space">{messages.space}</label>
        <select id="space" name="space">
          <option value="">{messages.allSpaces}</option>
          {spaces
            .filter(({ bookable }) => bookable)
            .map(({ id, name }) => (
              <option value={id} selected={id === target.space}>
                {name[language]}
              </option>
            ))}
        </select>
      </div>
      <button type="submit">{messages.show}</button>
    </form>
  );
}

function Snippets({
  setting: { language },
  target,
  widget,
}: Required<Omit<EmbedPageProps, "schools" | "spaces">>) {
  const messages = embedMessages[language];
  const { school, space } = target;
  return (
    <>
      <h2>{messages.looks}</h2>
      <script type="module" src={EMBED_PATHS.elements}></script>
      <div class="embed-example">
        <neuadd-availability school={school} {...(space && { space })} lang={language}>
          <a href={weekPath(language, school, { ...(space && { space }) })}>{messages.fallback}</a>
        </neuadd-availability>
      </div>
      <h2>{messages.snippet}</h2>
      <p class="aside">{messages.snippetText}</p>
      <Snippet text={scriptSnippet(target)} label={messages.snippet} />
      <h2>{messages.further}</h2>
      <p class="aside">{messages.furtherText}</p>
      <Snippet text={furtherSnippet(target)} label={messages.further} />
      <h2>{messages.pinned}</h2>
      <p class="aside">{messages.pinnedText(widget.version)}</p>
      <Snippet text={pinnedSnippet(target, widget)} label={messages.pinned} />
      <h2>{messages.iframe}</h2>
      <p class="aside">{messages.iframeText}</p>
      <Snippet text={frameSnippet(target)} label={messages.iframe} />
      <p class="aside">{messages.iframeScript}</p>
      <Snippet text={frameParentSnippet(target)} label={messages.iframeScript} />
      <h2>{messages.policy}</h2>
      <p class="aside">{messages.policyText}</p>
      <Snippet text={policySnippet(target)} label={messages.policy} />
    </>
  );
}

/** Long lines scroll within their own box, which the keyboard can reach. */
function Snippet({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <pre tabindex={0} role="region" aria-label={label}>
      <code>{text}</code>
    </pre>
  );
}
