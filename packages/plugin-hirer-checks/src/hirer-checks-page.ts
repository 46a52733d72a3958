import {
  addDays,
  HIRER_DOCUMENT_NAMES,
  type Instant,
  type Language,
  localDateOf,
  sayShortDate,
} from "@neuadd/core";
import {
  choosePublicSchool,
  chooseSchool,
  type DataRow,
  dataTable,
  type DeskPage,
  type SchoolFacts,
} from "@neuadd/plugin-kit";
import { html } from "hono/html";
import type { CheckPolicy } from "./check-policy.ts";
import { readEndingDocuments } from "./document-store.ts";
import { readEventNotices } from "./event-notice-store.ts";
import { EVENT_NOTICE_LIMITS, eventYear, yearOf } from "./event-notice.ts";
import type { RouteParts } from "./route-parts.ts";
import { readPolicy } from "./policy-store.ts";

/** Documents that end within this time are listed. */
const LISTED_DAYS = 92;

/** `/x/hirer-checks`: for one school of the key at a time, whose documents end soon and how many event notices are left. */
export function endingDocumentsPage(parts: RouteParts): DeskPage {
  const { host } = parts;
  return {
    path: "",
    title: { cy: "Gwirio llogwyr", en: "Checks of hirers" },
    audience: "school",
    async render(request) {
      const chosen = await chooseSchool(host.reads, request);
      if (chosen === undefined) return "";
      return html`${chosen.heading}
      ${await schoolSection(parts, chosen.facts, request.now, request.language)}`;
    },
  };
}

/** `/x/hirer-checks/requirements`: what a school asks of those who hire, for anyone. */
export function requirementsPage({ host, tables, defaultPolicy }: RouteParts): DeskPage {
  return {
    path: "requirements",
    title: { cy: "Beth y mae angen i logwyr ei ddangos", en: "What hirers have to show" },
    audience: "anyone",
    async render(request) {
      const { language } = request;
      const words = WORDS[language];
      const chosen = await choosePublicSchool(host.reads, request);
      if (chosen === undefined) return html`<p>${words.noRequirements}</p>`;
      const { policy } = await readPolicy(tables, chosen.facts.school.id, defaultPolicy);
      const names = documentNames(policy, language);
      return html`${chosen.heading}
      ${
        names.length === 0
          ? html`<p>${words.noRequirements}</p>`
          : html`<p>${words.requirements}</p>
              <ul>
                ${names.map((name) => html`<li>${name}</li>`)}
              </ul>`
      }`;
    },
  };
}

async function schoolSection(
  { host, tables }: RouteParts,
  { school, premises }: SchoolFacts,
  now: Instant,
  language: Language,
) {
  const words = WORDS[language];
  const from = localDateOf(now, school.zone);
  const until = addDays(from, LISTED_DAYS);
  const rows: DataRow[] = [];
  for (const document of await readEndingDocuments(tables, school.id, { from, until })) {
    const hirer = await host.reads.hirer(document.hirer);
    rows.push([
      hirer?.name ?? document.hirer,
      HIRER_DOCUMENT_NAMES[document.kind][language],
      sayShortDate(document.validUntil ?? "", language),
    ]);
  }
  const notices = await readEventNotices(tables, school.id, { endingAfter: 0 });
  const years = premises.map(({ id, name }) => {
    const own = notices.filter((notice) => notice.premises === id);
    const { notices: taken } = eventYear(own, yearOf(from), school.zone);
    return html`<li>${name[language]}: ${taken} / ${EVENT_NOTICE_LIMITS.noticesPerYear}</li>`;
  });
  return html`
    ${
      rows.length === 0
        ? html`<p>${words.noneEnds}</p>`
        : dataTable({ columns: [words.hirer, words.document, words.lastDay], rows })
    }
    <h3>${words.notices(yearOf(from))}</h3>
    <ul>
      ${years}
    </ul>
  `;
}

function documentNames({ documents }: CheckPolicy, language: Language): string[] {
  const kinds = new Set(documents.flatMap(({ kinds: each }) => each));
  return [...kinds].map((kind) => HIRER_DOCUMENT_NAMES[kind][language]);
}

interface PageWords {
  readonly hirer: string;
  readonly document: string;
  readonly lastDay: string;
  readonly requirements: string;
  readonly noRequirements: string;
  readonly noneEnds: string;
  readonly notices: (year: number) => string;
}

const WORDS: Readonly<Record<Language, PageWords>> = {
  cy: {
    hirer: "Llogwr",
    document: "Dogfen",
    lastDay: "Diwrnod olaf",
    requirements:
      "Mae'r ysgol yn gofyn am weld y dogfennau hyn ar gyfer rhai archebion. Dangoswch nhw iddi: nid yw'n cadw copi.",
    noRequirements: "Nid yw'r ysgol yn gofyn am weld dogfennau.",
    noneEnds: "Nid oes dogfen yn dod i ben yn y tri mis nesaf.",
    notices: (year) => `Hysbysiadau digwyddiad dros dro yn ${year}, fesul safle`,
  },
  en: {
    hirer: "Hirer",
    document: "Document",
    lastDay: "Last day",
    requirements:
      "The school asks to see these documents for some bookings. Show them to it: it keeps no copy.",
    noRequirements: "The school asks to see no documents.",
    noneEnds: "No document ends in the next three months.",
    notices: (year) => `Temporary event notices in ${year}, by premises`,
  },
};
