import type { Language } from "@neuadd/core";
import type { DeskPage } from "@neuadd/plugin-kit";
import { html, raw } from "hono/html";
import { letterFragment } from "./letter/letter-html.ts";
import { letterText } from "./letter/letter-text.ts";
import { sampleLetters } from "./sample-letters.ts";

const OTHER: Readonly<Record<Language, Language>> = { cy: "en", en: "cy" };

/** `/x/email`: every letter that may be sent, in both languages, on an invented booking. */
export function letterPreviewPage(): DeskPage {
  return {
    path: "",
    title: { cy: "Llythyrau e-bost", en: "E-mail letters" },
    audience: "anyone",
    render({ language }) {
      const other = sampleLetters(OTHER[language]);
      const sections = sampleLetters(language).map(({ kind, letter }, index) => {
        const twin = other[index]?.letter ?? letter;
        return html`
          <section aria-labelledby="letter-${kind}">
            <h2 id="letter-${kind}">${letter.subject}</h2>
            ${raw(letterFragment(letter))}
            <details>
              <summary>${WORDS[language].asText}</summary>
              <pre>${letterText(letter)}</pre>
            </details>
            <details lang="${twin.language}">
              <summary>${twin.subject}</summary>
              ${raw(letterFragment(twin))}
            </details>
          </section>
        `;
      });
      return html`<p>${WORDS[language].preview}</p>
        ${sections}`;
    },
  };
}

interface PageWords {
  readonly preview: string;
  readonly asText: string;
}

const WORDS: Readonly<Record<Language, PageWords>> = {
  cy: {
    preview:
      "Dyma'r llythyrau y mae llogwyr yn eu cael, pob un yn yr iaith y gofynnodd y llogwr amdani. Enghreifftiau yw'r enwau a'r dyddiadau.",
    asText: "Fel testun plaen",
  },
  en: {
    preview:
      "These are the letters that hirers get, each in the language that the hirer has asked for. Names and dates are examples.",
    asText: "As plain text",
  },
};
