import type { Language } from "@neuadd/core";
import type { Child } from "hono/jsx";
import { html } from "hono/html";
import { EMBED_PATHS } from "../embed/embed-routes.ts";
import { FRAMED_STYLESHEET } from "./static-files.ts";

/** What the page around a frame looks like: a frame can't find out, and must not stand dark on a light page. */
export type FrameTheme = "light" | "dark" | "auto";

export interface FramedSetting {
  readonly language: Language;
  readonly theme: FrameTheme;
}

/** A whole page for an iframe. Its links open in the whole window, and it tells the page around it how high it is. */
export function FramedDocument({
  setting: { language, theme },
  title,
  children,
}: {
  readonly setting: FramedSetting;
  readonly title: string;
  readonly children?: Child;
}) {
  return html`<!doctype html>${(
      <html lang={language} data-theme={theme}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content={theme === "auto" ? "light dark" : theme} />
          <title>{title}</title>
          <base target="_top" />
          <link rel="stylesheet" href={FRAMED_STYLESHEET.path} />
          <script type="module" src={EMBED_PATHS.elements}></script>
          <script type="module" src={EMBED_PATHS.frame}></script>
        </head>
        <body>
          <main>{children}</main>
        </body>
      </html>
    )}`;
}
