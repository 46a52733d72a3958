import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Letter } from "./letter.ts";

/** The letter's own part as HTML, without a frame or styles: what a page shows of it. Everything in it is escaped. */
export function letterFragment({ greeting, blocks, closing, sender, footer }: Letter): string {
  const content = blocks.map(({ paragraph, items }) =>
    items === undefined
      ? html`<p>${paragraph}</p>`
      : html`<p>${paragraph}</p>
          <ul>
            ${items.map((item) => html`<li>${item}</li>`)}
          </ul>`,
  );
  return markup(
    html`<p>${greeting}</p>
      ${content}
      <p>${closing}<br />${sender}</p>
      <hr />
      <p><small>${footer}</small></p>`,
  );
}

/** The letter as an HTML document for a mail program, which reads styles only where they stand on an element. */
export function letterHtml(letter: Letter): string {
  return markup(
    html`<!doctype html>
      <html lang="${letter.language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <meta name="color-scheme" content="light dark" />
          <title>${letter.subject}</title>
        </head>
        <body
          style="font-family: system-ui, -apple-system, 'Segoe UI', sans-serif; font-size: 1rem; line-height: 1.5; max-width: 38rem; margin: 0 auto; padding: 1rem;"
        >
          <h1 style="font-size: 1.25rem; line-height: 1.3;">${letter.subject}</h1>
          ${raw(letterFragment(letter))}
        </body>
      </html>`,
  );
}

/** The template gives a promise only where a promise was put in, which no letter does. */
function markup(content: HtmlEscapedString | Promise<HtmlEscapedString>): string {
  if (content instanceof Promise) throw new TypeError("A letter must not wait for anything.");
  return content.toString();
}
