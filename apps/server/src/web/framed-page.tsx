import type { Language } from "@neuadd/core";
import { html } from "hono/html";
import { EMBED_PATHS } from "../embed/embed-routes.ts";
import { embedMessages } from "./messages/embed-messages.ts";
import { weekPath } from "./page-paths.ts";
import { FRAMED_STYLESHEET } from "./static-files.ts";

/** What a framed page shows; attributes of the element in it, as text. */
export interface FramedView {
  readonly language: Language;
  readonly element: "availability" | "whats-on";
  readonly school: string;
  readonly schoolName: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** One element and nothing around it, for iframes on sites that allow no scripts. Its links open in the whole window. */
export function FramedPage({ language, element, school, schoolName, attributes }: FramedView) {
  const messages = embedMessages[language];
  const title =
    element === "whats-on" ? messages.frameWhatsOn(schoolName) : messages.frameTitle(schoolName);
  const space = attributes["space"];
  const fallback = (
    <a href={weekPath(language, school, { ...(space && { space }) })}>{messages.fallback}</a>
  );
  const given = { school, lang: language, ...attributes };
  return html`<!doctype html>${(
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{title}</title>
          <base target="_top" />
          <link rel="stylesheet" href={FRAMED_STYLESHEET.path} />
          <script type="module" src={EMBED_PATHS.elements}></script>
          <script type="module" src={EMBED_PATHS.frame}></script>
        </head>
        <body>
          <main>
            <h1 class="unseen">{title}</h1>
            {element === "whats-on" ? (
              <neuadd-whats-on {...given}>{fallback}</neuadd-whats-on>
            ) : (
              <neuadd-availability {...given}>{fallback}</neuadd-availability>
            )}
          </main>
        </body>
      </html>
    )}`;
}
