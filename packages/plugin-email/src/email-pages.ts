import { type Language, sayShortDate, toLocal } from "@neuadd/core";
import type { DeskPage, PluginCaller, PluginHost, SchoolFacts } from "@neuadd/plugin-kit";
import { html, raw } from "hono/html";
import type { Kysely } from "kysely";
import type { EmailTables } from "./email-tables.ts";
import { letterFragment } from "./letter/letter-html.ts";
import { letterText } from "./letter/letter-text.ts";
import { listLetters } from "./outbox/letter-store.ts";
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

/** `/x/email/outbox`: what waits or did not arrive, to the schools of the key. */
export function outboxPage(host: PluginHost, tables: Kysely<EmailTables>): DeskPage {
  return {
    path: "outbox",
    title: { cy: "Llythyrau heb gyrraedd", en: "Letters that did not arrive" },
    audience: "school",
    async render({ language, caller }) {
      const words = WORDS[language];
      const rows = [];
      for (const { school } of await schoolsOf(host, caller)) {
        for (const state of ["queued", "refused", "undelivered"] as const) {
          for (const row of await listLetters(tables, school.id, { state, limit: 100 })) {
            const hirer = await host.reads.hirer(row.hirer);
            const { date } = toLocal(Number(row.queued_at), school.zone);
            rows.push(html`
              <tr>
                <th scope="row">${hirer?.name ?? row.hirer}</th>
                <td>${school.name[language]}</td>
                <td>${sayShortDate(date, language)}</td>
                <td>${words.states[state]}${row.outcome === null ? "" : ` (${row.outcome})`}</td>
              </tr>
            `);
          }
        }
      }
      if (rows.length === 0) return html`<p>${words.allArrived}</p>`;
      return html`
        <table>
          <thead>
            <tr>
              <th scope="col">${words.hirer}</th>
              <th scope="col">${words.school}</th>
              <th scope="col">${words.since}</th>
              <th scope="col">${words.state}</th>
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      `;
    },
  };
}

/** The schools that a key acts for. */
async function schoolsOf(
  { reads }: PluginHost,
  caller: PluginCaller | undefined,
): Promise<SchoolFacts[]> {
  const schools: SchoolFacts[] = [];
  for (const id of await reads.schools()) {
    const facts = await reads.school(id);
    if (facts !== undefined && caller !== undefined && actsFor(caller, facts)) schools.push(facts);
  }
  return schools;
}

function actsFor({ kind, owner }: PluginCaller, { school }: SchoolFacts): boolean {
  if (kind === "operator") return true;
  return kind === "school"
    ? owner === school.id
    : kind === "authority" && owner === school.authority;
}

interface PageWords {
  readonly preview: string;
  readonly asText: string;
  readonly allArrived: string;
  readonly hirer: string;
  readonly school: string;
  readonly since: string;
  readonly state: string;
  readonly states: Readonly<Record<"queued" | "refused" | "undelivered", string>>;
}

const WORDS: Readonly<Record<Language, PageWords>> = {
  cy: {
    preview:
      "Dyma'r llythyrau y mae llogwyr yn eu cael, pob un yn yr iaith y gofynnodd y llogwr amdani. Enghreifftiau yw'r enwau a'r dyddiadau.",
    asText: "Fel testun plaen",
    allArrived: "Mae pob llythyr wedi'i anfon.",
    hirer: "Llogwr",
    school: "Ysgol",
    since: "Ers",
    state: "Cyflwr",
    states: {
      queued: "Yn aros i'w anfon",
      refused: "Gwrthodwyd gan weinydd post y llogwr",
      undelivered: "Heb ei dderbyn ers wythnos",
    },
  },
  en: {
    preview:
      "These are the letters that hirers get, each in the language that the hirer has asked for. Names and dates are examples.",
    asText: "As plain text",
    allArrived: "Every letter has been sent.",
    hirer: "Hirer",
    school: "School",
    since: "Since",
    state: "State",
    states: {
      queued: "Waits to be sent",
      refused: "Refused by the hirer’s mail server",
      undelivered: "Not taken for a week",
    },
  },
};
