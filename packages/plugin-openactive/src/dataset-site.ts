import { type Bilingual, type Language, toRfc3339 } from "@neuadd/core";
import type { PluginHost, SchoolFacts } from "@neuadd/plugin-kit";
import { html, raw } from "hono/html";
import { datasetUrl } from "./dataset-url.ts";
import { inBothLanguages, type JsonLd, organisationOf } from "./facility-data.ts";
import { FEED_KINDS, FEED_NAMES, type FeedName, LICENCE_URL, OPENACTIVE_CONTEXT } from "./feeds.ts";
import type { SchoolRecord } from "./school-record.ts";

/** The Dataset that a school publishes, as OpenActive's Dataset API Discovery describes it. */
function datasetOf(
  host: Pick<PluginHost, "publicUrl" | "id">,
  { school: about }: SchoolFacts,
  { school, publication, publishedAt }: SchoolRecord,
): JsonLd {
  const url = datasetUrl(host, school);
  const name = inBothLanguages({
    cy: `${about.name.cy}: lleoedd i'w llogi`,
    en: `${about.name.en}: spaces for hire`,
  });
  return {
    "@context": [OPENACTIVE_CONTEXT, "https://schema.org/"],
    "@type": "Dataset",
    "@id": url,
    url,
    name,
    description: inBothLanguages(DESCRIPTION),
    keywords: ["Facilities", "Slots", "OpenActive", "Community Focused Schools", "Ysgolion Bro"],
    inLanguage: ["cy-GB", "en-GB"],
    license: LICENCE_URL,
    schemaVersion: "https://openactive.io/modelling-opportunity-data/2.0",
    documentation: `${host.publicUrl}/docs`,
    publisher: organisationOf(publication, url),
    datePublished: toRfc3339(publishedAt, "UTC"),
    distribution: FEED_NAMES.map((feed) => ({
      "@type": "DataDownload",
      name: FEED_KINDS[feed].replace("/", ""),
      additionalType: ADDITIONAL_TYPES[feed],
      encodingFormat: "application/vnd.openactive.rpde+json; version=1",
      contentUrl: `${url}/feeds/${feed}`,
    })),
  };
}

const ADDITIONAL_TYPES: Readonly<Record<FeedName, string>> = {
  "facility-uses": "https://openactive.io/FacilityUse",
  "individual-facility-uses": "https://openactive.io/IndividualFacilityUse",
  "facility-use-slots": "https://openactive.io/Slot",
  "individual-facility-use-slots": "https://openactive.io/Slot",
};

const DESCRIPTION: Bilingual = {
  cy: "Lleoedd yr ysgol y gall y gymuned eu llogi, a phryd mae pob un yn rhydd. Nid yw'n sôn am yr un llogwr.",
  en: "The school's spaces that the community can hire, and when each is free. It names no hirer.",
};

/** The dataset site of a school: a page for people in one language, with the Dataset in it for machines. */
export async function datasetSite(
  host: Pick<PluginHost, "publicUrl" | "id">,
  facts: SchoolFacts,
  record: SchoolRecord,
  language: Language,
): Promise<string> {
  const url = datasetUrl(host, record.school);
  const words = WORDS[language];
  const other = language === "cy" ? "en" : "cy";
  const { name } = facts.school;
  const { organisation } = record.publication;
  // As JSON allows it, so that no name can end the element.
  const jsonLd = JSON.stringify(datasetOf(host, facts, record)).replaceAll("<", "\\u003c");
  const page = await html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title}: ${name[language]}</title>
        <script type="application/ld+json">
          ${raw(jsonLd)}
        </script>
      </head>
      <body>
        <header>
          <a href="${url}?lang=${other}" lang="${other}" hreflang="${other}">${words.other}</a>
        </header>
        <main>
          <h1>${words.title}: ${name[language]}</h1>
          <p>${DESCRIPTION[language]}</p>
          <p>
            ${words.publisher} <a href="${organisation.url}">${organisation.name}</a>.
            ${words.licence} <a href="${LICENCE_URL}">CC BY 4.0</a>.
          </p>
          <h2>${words.feeds}</h2>
          <ul>
            ${FEED_NAMES.map(
              (feed) => html`<li><a href="${url}/feeds/${feed}">${words.feedNames[feed]}</a></li>`,
            )}
          </ul>
          <p>${words.about} <a href="https://openactive.io/">OpenActive</a>.</p>
        </main>
      </body>
    </html> `;
  return page.toString();
}

interface SiteWords {
  readonly title: string;
  readonly other: string;
  readonly publisher: string;
  readonly licence: string;
  readonly feeds: string;
  readonly feedNames: Readonly<Record<FeedName, string>>;
  readonly about: string;
}

const WORDS: Readonly<Record<Language, SiteWords>> = {
  cy: {
    title: "Data agored",
    other: "English",
    publisher: "Cyhoeddwr:",
    licence: "Trwydded:",
    feeds: "Ffrydiau",
    feedNames: {
      "facility-uses": "Cyfleusterau",
      "individual-facility-uses": "Rhannau o gyfleusterau",
      "facility-use-slots": "Slotiau'r cyfleusterau",
      "individual-facility-use-slots": "Slotiau'r rhannau",
    },
    about: "Mae'r ffrydiau'n dilyn Realtime Paged Data Exchange 1.0 a model data",
  },
  en: {
    title: "Open data",
    other: "Cymraeg",
    publisher: "Publisher:",
    licence: "Licence:",
    feeds: "Feeds",
    feedNames: {
      "facility-uses": "Facilities",
      "individual-facility-uses": "Parts of facilities",
      "facility-use-slots": "Slots of the facilities",
      "individual-facility-use-slots": "Slots of the parts",
    },
    about: "The feeds follow Realtime Paged Data Exchange 1.0 and the data model of",
  },
};
