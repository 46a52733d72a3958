import { z } from "@hono/zod-openapi";
import {
  type DeskAction,
  type DeskPage,
  type PluginHost,
  schoolsOfCaller,
} from "@neuadd/plugin-kit";
import { html } from "hono/html";
import type { Kysely } from "kysely";
import { addReading, decibels } from "./add-reading.ts";
import type { QuietHoursApi } from "./quiet-hours-api.ts";
import type { QuietHoursTables } from "./quiet-hours-tables.ts";

/** What a form sends is text. */
const Fields = z.object({
  school: z.string(),
  decibels: z.coerce.number().pipe(decibels),
});

/** A page for schools, with an action: `/x/quiet-hours/readings`, where the caretaker hands a reading in. */
export function readingsPage(
  host: PluginHost,
  tables: Kysely<QuietHoursTables>,
  api: QuietHoursApi,
): DeskPage {
  const add: DeskAction<typeof Fields> = {
    id: "add",
    label: { cy: "Cadw’r darlleniad", en: "Keep the reading" },
    fields: Fields,
    async run(reading, exchange) {
      await addReading(host, tables, exchange, reading);
      return {
        cy: "Cedwir y darlleniad am bedair wythnos.",
        en: "The reading is kept for four weeks.",
      };
    },
  };
  return {
    path: "readings",
    title: { cy: "Darlleniadau sain", en: "Sound readings" },
    audience: "school",
    actions: [add],
    async render({ language, caller, form }) {
      const label = { cy: "Lefel y sain, mewn desibelau", en: "Sound level, in decibels" }[
        language
      ];
      const kept = { cy: "Darlleniadau a gedwir", en: "Readings that are kept" }[language];
      const sections = [];
      for (const { school } of await schoolsOfCaller(host.reads, caller)) {
        const about = school.name[language];
        sections.push(html`
          <h2>${about}</h2>
          <p>${kept}: ${await api.readings(school.id)}</p>
          ${form("add", { hidden: { school: school.id }, about, fields: [{ name: "decibels", label }] })}
        `);
      }
      return html`${sections}`;
    },
  };
}
