import { type Language, type School, sayShortDate, toLocal } from "@neuadd/core";
import { chooseSchool, dataTable, type DeskPage, type DeskPageRequest } from "@neuadd/plugin-kit";
import { html } from "hono/html";
import { countLetters, listLetters } from "./letter-store.ts";
import { outboxActions } from "./outbox-actions.ts";
import type { ResendParts } from "./resend-letter.ts";

const STATES = ["queued", "refused", "undelivered"] as const;

/** `/x/email/outbox`: what waits or did not arrive, to one school of the key at a time, which can have it sent again. */
export function outboxPage(parts: ResendParts): DeskPage {
  return {
    path: "outbox",
    title: { cy: "Llythyrau heb gyrraedd", en: "Letters that did not arrive" },
    audience: "school",
    actions: outboxActions(parts),
    async render(request) {
      const chosen = await chooseSchool(parts.host.reads, request, {
        read: () => countLetters(parts.tables, STATES),
        what: { cy: "llythyrau", en: "letters" },
      });
      const words = WORDS[request.language];
      if (chosen === undefined) return html`<p>${words.allArrived}</p>`;
      const { school } = chosen.facts;
      const rows = await letterRows(parts, school, request);
      return html`${chosen.heading}
      ${rows.length === 0 ? html`<p>${words.allArrived}</p>` : letters(school, rows, request)}`;
    },
  };
}

function letters(
  { id, name }: School,
  rows: Awaited<ReturnType<typeof letterRows>>,
  { language, form }: DeskPageRequest,
) {
  const words = WORDS[language];
  const canAll = rows.some(({ canResend }) => canResend);
  return html`
    ${dataTable({
      columns: [words.hirer, words.since, words.state],
      rows: rows.map(({ row }) => row),
    })}
    ${canAll ? form("resend-all", { hidden: { school: id }, about: name[language] }) : ""}
  `;
}

async function letterRows(
  { host, tables }: ResendParts,
  school: School,
  { language, form }: DeskPageRequest,
) {
  const words = WORDS[language];
  const rows = [];
  for (const state of STATES) {
    for (const letter of await listLetters(tables, school.id, { state, limit: 100 })) {
      const hirer = (await host.reads.hirer(letter.hirer))?.name ?? letter.hirer;
      const { date } = toLocal(Number(letter.queued_at), school.zone);
      const canResend = state !== "queued";
      const hidden = { school: school.id, letter: letter.letter };
      const row = [
        hirer,
        sayShortDate(date, language),
        html`
          ${words.states[state]}${letter.outcome === null ? "" : ` (${letter.outcome})`}
          ${canResend ? form("resend", { hidden, about: hirer }) : ""}
        `,
      ] as const;
      rows.push({ row, canResend });
    }
  }
  return rows;
}

interface PageWords {
  readonly allArrived: string;
  readonly hirer: string;
  readonly since: string;
  readonly state: string;
  readonly states: Readonly<Record<(typeof STATES)[number], string>>;
}

const WORDS: Readonly<Record<Language, PageWords>> = {
  cy: {
    allArrived: "Mae pob llythyr wedi'i anfon.",
    hirer: "Llogwr",
    since: "Ers",
    state: "Cyflwr",
    states: {
      queued: "Yn aros i'w anfon",
      refused: "Gwrthodwyd gan weinydd post y llogwr",
      undelivered: "Heb ei dderbyn ers wythnos",
    },
  },
  en: {
    allArrived: "Every letter has been sent.",
    hirer: "Hirer",
    since: "Since",
    state: "State",
    states: {
      queued: "Waits to be sent",
      refused: "Refused by the hirer’s mail server",
      undelivered: "Not taken for a week",
    },
  },
};
