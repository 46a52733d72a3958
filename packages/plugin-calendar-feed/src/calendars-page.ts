import type { Language } from "@neuadd/core";
import { choosePublicSchool, type DeskPage, type PluginHost } from "@neuadd/plugin-kit";
import { html } from "hono/html";

/** `/x/calendar-feed`: the public calendar of each space of a school, for anyone. */
export function calendarsPage(host: PluginHost): DeskPage {
  return {
    path: "",
    title: { cy: "Calendrau i danysgrifio iddynt", en: "Calendars to subscribe to" },
    audience: "anyone",
    async render(request) {
      const { language } = request;
      const words = WORDS[language];
      const lead = html`<p>${words.how}</p>
        <p>${words.own}</p>`;
      const chosen = await choosePublicSchool(host.reads, request);
      if (chosen === undefined) return lead;
      const { school, tree } = chosen.facts;
      const items = tree.spaces.map(
        (space) =>
          html`<li>
            <a href="${addressOf(host, school.id, space.id, language)}">${space.name[language]}</a>
          </li>`,
      );
      return html`${lead} ${chosen.heading}
        <ul>
          ${items}
        </ul>`;
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
