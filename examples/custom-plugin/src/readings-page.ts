import { z } from "@hono/zod-openapi";
import { chooseSchool, type DeskAction, type DeskPage, type PluginHost } from "@neuadd/plugin-kit";
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
    async render(request) {
      const { language, form } = request;
      const label = { cy: "Lefel y sain, mewn desibelau", en: "Sound level, in decibels" }[
        language
      ];
      const kept = { cy: "Darlleniadau a gedwir", en: "Readings that are kept" }[language];
      const chosen = await chooseSchool(host.reads, request);
      if (chosen === undefined) return "";
      const { id, name } = chosen.facts.school;
      const about = name[language];
      return html`
        ${chosen.heading}
        <p>${kept}: ${await api.readings(id)}</p>
        ${form("add", { hidden: { school: id }, about, fields: [{ name: "decibels", label }] })}
      `;
    },
  };
}
