import { type Language, sayTime } from "@neuadd/core";
import { type DataRow, dataTable, type DeskPage, type PluginReads } from "@neuadd/plugin-kit";
import { html } from "hono/html";
import { type Agreement, isLoud } from "./agreement.ts";
import type { QuietHoursApi } from "./quiet-hours-api.ts";

/** Kind 6, a page: `/x/quiet-hours`, in the frame of the server's own. `html` escapes the names of schools and spaces. */
export function quietHoursPage(
  agreement: Agreement,
  reads: PluginReads,
  api: QuietHoursApi,
): DeskPage {
  return {
    path: "",
    title: { cy: "Oriau tawel", en: "Quiet hours" },
    audience: "anyone",
    async render({ language }) {
      const rows: DataRow[] = [];
      for (const id of await reads.schools()) {
        const facts = await reads.school(id);
        const spaces = facts?.tree.spaces.filter((space) => isLoud(space, agreement)) ?? [];
        if (facts === undefined || spaces.length === 0) continue;
        rows.push([
          facts.school.name[language],
          spaces.map(({ name }) => name[language]).join(", "),
          await api.readings(id),
        ]);
      }
      const words = WORDS[language];
      return html`
        <p>${words.agreed(sayTime(agreement.from, language))}</p>
        ${dataTable({ columns: [words.school, words.spaces, words.readings], rows })}
      `;
    },
  };
}

interface PageWords {
  readonly agreed: (time: string) => string;
  readonly school: string;
  readonly spaces: string;
  readonly readings: string;
}

const WORDS: Readonly<Record<Language, PageWords>> = {
  cy: {
    agreed: (time) => `Cytunwyd â'r cymdogion y bydd y lleoedd hyn yn dawel o ${time}.`,
    school: "Ysgol",
    spaces: "Lleoedd",
    readings: "Mesuriadau sain yn y pedair wythnos ddiwethaf",
  },
  en: {
    agreed: (time) => `It was agreed with the neighbours that these spaces are quiet from ${time}.`,
    school: "School",
    spaces: "Spaces",
    readings: "Sound readings of the last four weeks",
  },
};
