import type { Language } from "@neuadd/core";
import type { DeskPage, PluginHost } from "@neuadd/plugin-kit";
import { html } from "hono/html";
import type { Kysely } from "kysely";
import { datasetUrl } from "./dataset-url.ts";
import type { OpenActiveTables } from "./openactive-tables.ts";
import { publishedSchools } from "./school-record.ts";

/** `/x/openactive`: which schools publish open data, and where. */
export function openActivePage(host: PluginHost, tables: Kysely<OpenActiveTables>): DeskPage {
  return {
    path: "",
    title: { cy: "Data agored", en: "Open data" },
    audience: "anyone",
    async render({ language }) {
      const words = WORDS[language];
      const published = new Set((await publishedSchools(tables)).map(({ school }) => school));
      const items = (await host.reads.listSchools())
        .filter(({ id }) => published.has(id))
        .map(({ id, name }) => {
          const address = `${datasetUrl(host, id)}?lang=${language}`;
          return html`<li><a href="${address}">${name[language]}</a></li>`;
        });
      if (items.length === 0) return html`<p>${words.none}</p>`;
      return html`
        <p>${words.what}</p>
        <ul>
          ${items}
        </ul>
      `;
    },
  };
}

const WORDS: Readonly<Record<Language, { readonly what: string; readonly none: string }>> = {
  cy: {
    what: "Mae'r ysgolion hyn yn cyhoeddi pa leoedd y gellir eu llogi, a phryd maent yn rhydd, i bawb eu defnyddio.",
    none: "Nid oes ysgol yma sy'n cyhoeddi data agored eto.",
  },
  en: {
    what: "These schools publish which spaces can be hired, and when they are free, for anyone to use.",
    none: "No school here publishes open data yet.",
  },
};
