import type { Language } from "@neuadd/core";
import type { DeskPageRequest, SchoolFacts } from "@neuadd/plugin-kit";
import { html } from "hono/html";
import type { Subscription } from "./subscription-store.ts";

/** The form with which a school has a space blocked by an outside calendar. */
export function subscribeForm({ school, tree }: SchoolFacts, { language, form }: DeskPageRequest) {
  const words = WORDS[language];
  return html`
    <h3>${words.add}</h3>
    ${form("subscribe", {
      hidden: { school: school.id },
      about: school.name[language],
      fields: [
        { name: "url", label: words.url, hint: words.urlHint },
        {
          name: "space",
          label: words.space,
          options: tree.spaces.map(({ id, name }) => ({ value: id, label: name[language] })),
        },
        { name: "nameCy", label: words.nameCy, hint: words.nameHint },
        { name: "nameEn", label: words.nameEn, hint: words.nameHint },
      ],
    })}
  `;
}

/** The buttons of one subscription. */
export function subscriptionButtons(
  { school, id, name }: Subscription,
  { language, form }: DeskPageRequest,
) {
  const given = { hidden: { school, subscription: id }, about: name[language] };
  return html`${form("refresh", given)} ${form("remove", given)}`;
}

interface FormWords {
  readonly add: string;
  readonly url: string;
  readonly urlHint: string;
  readonly space: string;
  readonly nameCy: string;
  readonly nameEn: string;
  readonly nameHint: string;
}

const WORDS: Readonly<Record<Language, FormWords>> = {
  cy: {
    add: "Ychwanegu calendr",
    url: "Cyfeiriad y calendr",
    urlHint: "Mae'n dechrau â https:// neu webcal://, ac yn aml yn gorffen ag .ics.",
    space: "Y lle y mae'r digwyddiadau'n ei gymryd",
    nameCy: "Enw yn Gymraeg",
    nameEn: "Enw yn Saesneg",
    nameHint: "Gwelir hwn lle mae'r amser wedi'i flocio.",
  },
  en: {
    add: "Add a calendar",
    url: "Address of the calendar",
    urlHint: "It begins with https:// or webcal://, and often ends with .ics.",
    space: "The space that its events take",
    nameCy: "Name in Welsh",
    nameEn: "Name in English",
    nameHint: "Shown where the time is blocked.",
  },
};
