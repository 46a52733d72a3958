import { addDays, type Language, sayDate, sayShortDate, sayTime, toLocal } from "@neuadd/core";
import {
  chooseSchool,
  dataTable,
  type DeskPage,
  type PluginHost,
  type SchoolFacts,
} from "@neuadd/plugin-kit";
import { html } from "hono/html";
import { blockName } from "../block-names.ts";
import type { RefusedEvent } from "./read-outside-calendar.ts";
import type { RefreshParts } from "./refresh-subscription.ts";
import { REFUSAL_SENTENCES, sayFault } from "./reason-sentences.ts";
import { subscriptionActions } from "./subscription-actions.ts";
import { subscribeForm, subscriptionButtons } from "./subscription-forms.ts";
import {
  countSubscriptions,
  type PieceInTheWay,
  readSubscriptions,
  type Subscription,
} from "./subscription-store.ts";

const MOST_SHOWN = 50;

/**
 * `/x/calendar-feed/outside`: how the outside calendars of one school of the key fare, and what there is to settle. They are added,
 * read and removed there.
 */
export function subscriptionsPage(parts: RefreshParts): DeskPage {
  const { host, tables } = parts;
  return {
    path: "outside",
    title: { cy: "Calendrau o'r tu allan", en: "Outside calendars" },
    audience: "school",
    actions: subscriptionActions(parts),
    async render(request) {
      const { language, caller } = request;
      const words = WORDS[language];
      if (!caller?.scopes.has("blocks:write")) return html`<p>${words.notAllowed}</p>`;
      const chosen = await chooseSchool(host.reads, request, {
        read: () => countSubscriptions(tables),
        what: { cy: "calendrau", en: "calendars" },
      });
      if (chosen === undefined) return html`<p>${words.none}</p>`;
      const { facts, heading } = chosen;
      const sections = [];
      for (const one of await readSubscriptions(tables, facts.school.id)) {
        sections.push(await subscriptionSection(host, facts, one, language));
        sections.push(subscriptionButtons(one, request));
      }
      return html`${heading} ${sections.length === 0 ? html`<p>${words.none}</p>` : sections}
      ${subscribeForm(facts, request)}`;
    },
  };
}

async function subscriptionSection(
  host: PluginHost,
  { school, tree }: SchoolFacts,
  { name, space, refreshedAt, fault, findings }: Subscription,
  language: Language,
) {
  const words = WORDS[language];
  const { refusedEvents, refused, inTheWay } = findings;
  const spaceName = tree.byId.get(space)?.name[language] ?? space;
  const local = refreshedAt === undefined ? undefined : toLocal(refreshedAt, school.zone);
  const read =
    local === undefined
      ? words.notYet
      : words.readAt(sayDate(local.date, language), sayTime(local.time, language));
  const refusedCount = Object.values(refused).reduce((sum, count) => sum + count, 0);
  const shown = inTheWay.slice(0, MOST_SHOWN);
  const titles = await titlesOf(host, school.id, shown, language);
  return html`
    <h3>${spaceName}: ${name[language]}</h3>
    <p>${read}</p>
    ${fault === undefined ? "" : html`<p>${words.failed} ${sayFault(fault)[language]}</p>`}
    ${refusedCount === 0 ? "" : refusedPart(refusedEvents, refusedCount, language)}
    ${shown.length === 0 ? "" : inTheWayPart(shown, inTheWay.length, titles, language)}
    ${fault === undefined && refusedCount + inTheWay.length === 0 ? html`<p>${words.well}</p>` : ""}
  `;
}

function refusedPart(events: readonly RefusedEvent[], count: number, language: Language) {
  const words = WORDS[language];
  const items = events.slice(0, MOST_SHOWN).map(({ code, event, summary, date }) => {
    const named = summary ?? (event === "" ? words.unnamed : event);
    return html`<li>
      ${named}${date === undefined ? "" : `, ${sayShortDate(date, language)}`}:
      ${REFUSAL_SENTENCES[code][language]}
      ${event === "" || event === named ? "" : html`(<code>${event}</code>)`}
    </li>`;
  });
  return html`
    <p>${words.refused}</p>
    <ul>
      ${items}
    </ul>
    ${more(count, language)}
  `;
}

function inTheWayPart(
  pieces: readonly PieceInTheWay[],
  count: number,
  titles: ReadonlyMap<string, string>,
  language: Language,
) {
  const words = WORDS[language];
  const rows = pieces.map(({ date, startTime, endTime, bookings, blocks }) => {
    const holders = [
      ...bookings.map((id) => titles.get(id) ?? id),
      ...blocks.map((id) => `${words.block} ${titles.get(id) ?? id}`),
    ];
    return [
      sayShortDate(date, language),
      `${sayTime(startTime, language)}–${sayTime(endTime, language)}`,
      holders.join(", "),
    ] as const;
  });
  return html`
    <p>${words.inTheWay}</p>
    ${dataTable({ columns: [words.date, words.time, words.holder], rows })} ${more(count, language)}
  `;
}

function more(count: number, language: Language) {
  return count <= MOST_SHOWN ? "" : html`<p>${WORDS[language].more(MOST_SHOWN, count)}</p>`;
}

async function titlesOf(
  { reads }: PluginHost,
  school: string,
  pieces: readonly PieceInTheWay[],
  language: Language,
): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const id of new Set(pieces.flatMap(({ bookings }) => bookings))) {
    const title = (await reads.booking(school, id))?.title;
    if (title) titles.set(id, `${title} (${id})`);
  }
  for (const { date, blocks } of pieces) {
    if (blocks.every((id) => titles.has(id))) continue;
    const span = { from: date, to: addDays(date, 1) };
    for (const block of (await reads.blocks(school, span, { limit: 1000 })).items) {
      titles.set(block.id, `“${blockName(block)[language]}” (${block.id})`);
    }
  }
  return titles;
}

interface PageWords {
  readonly notAllowed: string;
  readonly none: string;
  readonly notYet: string;
  readonly readAt: (date: string, time: string) => string;
  readonly failed: string;
  readonly refused: string;
  readonly inTheWay: string;
  readonly well: string;
  readonly unnamed: string;
  readonly date: string;
  readonly time: string;
  readonly holder: string;
  readonly block: string;
  readonly more: (shown: number, count: number) => string;
}

const WORDS: Readonly<Record<Language, PageWords>> = {
  cy: {
    notAllowed: "Rhaid i'ch allwedd gael blocio lleoedd (blocks:write) i weld y dudalen hon.",
    none: "Nid oes calendr o'r tu allan yn blocio lle.",
    notYet: "Heb ei ddarllen eto.",
    readAt: (date, time) => `Rhoddwyd cynnig ar ei ddarllen ddiwethaf: ${date}, ${time}.`,
    failed: "Ni chymerwyd y calendr i mewn, ac arhosodd y blociau fel yr oeddent.",
    refused:
      "Nid oes modd darllen y digwyddiadau hyn yn union. Mae'r hyn y gellir ei ddarllen wedi'i flocio, ac mae'r hyn a oedd wedi'i flocio yn aros: gwiriwch hwy.",
    inTheWay:
      "Mae'r amserau hyn wedi'u cymryd yn y calendr ac yma. Ni chaiff dim ei ddisodli: penderfynwch chi.",
    well: "Mae'r blociau'n cytuno â'r calendr.",
    unnamed: "Digwyddiad heb enw",
    date: "Dyddiad",
    time: "Amser",
    holder: "Wedi'i gymryd yma gan",
    block: "bloc",
    more: (shown, count) => `Dangosir ${shown} o ${count}.`,
  },
  en: {
    notAllowed: "Your key must be allowed to block spaces (blocks:write) to see this page.",
    none: "No outside calendar blocks a space.",
    notYet: "Not read yet.",
    readAt: (date, time) => `Last tried: ${date}, ${time}.`,
    failed: "The calendar was not taken in, and the blocks stayed as they were.",
    refused:
      "These events can't be read exactly. What can be read of them is blocked, and what was blocked for them stays: check them.",
    inTheWay:
      "These times are taken in the calendar and here. Nothing is ever displaced: that is for you to decide.",
    well: "The blocks agree with the calendar.",
    unnamed: "An event without a name",
    date: "Date",
    time: "Time",
    holder: "Taken here by",
    block: "block",
    more: (shown, count) => `${shown} of ${count} are shown.`,
  },
};
