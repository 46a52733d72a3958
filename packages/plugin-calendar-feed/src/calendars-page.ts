import type { Language } from "@neuadd/core";
import type { DeskPage, PluginHost } from "@neuadd/plugin-kit";
import { html } from "hono/html";

/** `/x/calendar-feed`: the public calendar of each space, for anyone. */
export function calendarsPage(host: PluginHost): DeskPage {
  return {
    path: "",
    title: { cy: "Calendrau i danysgrifio iddynt", en: "Calendars to subscribe to" },
    audience: "anyone",
    async render({ language }) {
      const sections = [];
      for (const id of await host.reads.schools()) {
        const facts = await host.reads.school(id);
        if (facts === undefined) continue;
        const items = facts.tree.spaces.map(
          (space) =>
            html`<li>
              <a href="${addressOf(host, id, space.id, language)}">${space.name[language]}</a>
            </li>`,
        );
        sections.push(
          html`<h2>${facts.school.name[language]}</h2>
            <ul>
              ${items}
            </ul>`,
        );
      }
      const words = WORDS[language];
      return html`<p>${words.how}</p>
        <p>${words.own}</p>
        ${sections}`;
    },
  };
}

function addressOf(host: PluginHost, school: string, space: string, language: Language): string {
  const path = [school, "spaces", space, "busy.ics"].map(encodeURIComponent).join("/");
  return `${host.publicUrl}/v1/x/${host.id}/schools/${path}?language=${language}`;
}

const WORDS: Readonly<Record<Language, { readonly how: string; readonly own: string }>> = {
  cy: {
    how: "Mae gan bob lle galendr sy'n dangos pryd mae'n brysur, heb ddweud gan bwy. Copïwch y ddolen i'ch rhaglen galendr fel tanysgrifiad.",
    own: "Gall ysgol gael calendr o bopeth sydd ganddi, a gall llogwr gael calendr o'i archebion ei hun, drwy ddolen gyfrinachol.",
  },
  en: {
    how: "Each space has a calendar that shows when it is busy, without saying who has it. Copy the link into your calendar program as a subscription.",
    own: "A school can have a calendar of everything, and a hirer one of its own bookings, by a secret link.",
  },
};
