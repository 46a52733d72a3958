import type { Bilingual, Language, School } from "@neuadd/core";
import { html } from "hono/html";
import type { DeskPageRequest, RenderedHtml } from "./desk-page.ts";
import { actsForSchool } from "./host/acts-for-school.ts";
import type { PluginReads, SchoolFacts } from "./plugin-reads.ts";

/** The one school that a page for schools is about. */
export interface ChosenSchool {
  readonly facts: SchoolFacts;
  /**
   * Its name as a heading; before it, to a key that acts for several, a form to choose another, and a sentence where it is
   * not the school that the query names.
   */
  readonly heading: RenderedHtml;
}

/** How much a page has to show of each school, so that whoever acts for many finds where something is to be done. */
export interface SchoolCounts {
  /** By school; one that is not in it has nothing. Asked only where there is a choice. */
  read(): Promise<ReadonlyMap<string, number>>;
  /** What is counted, as it stands before a number: "letters". */
  readonly what: Bilingual;
}

/**
 * Which school of those that a key acts for a page is to show: the one that its query names as `school`, else the first that
 * has something, else the first by name; where the query names another one, the heading says so. Undefined for a key that acts for none. A page of all of them at once would be
 * long for an authority, and without end for an operator.
 */
export async function chooseSchool(
  reads: Pick<PluginReads, "listSchools" | "school">,
  { caller, query, language }: Pick<DeskPageRequest, "caller" | "query" | "language">,
  counts?: SchoolCounts,
): Promise<ChosenSchool | undefined> {
  if (caller === undefined) return undefined;
  const schools = (await reads.listSchools()).filter((school) => actsForSchool(caller, school));
  return chooseAmong(schools, reads, { query, language }, counts);
}

/**
 * The same for a page for anyone, who may choose any school, or any of those that have something to show.
 * Undefined where there is none.
 */
export async function choosePublicSchool(
  reads: Pick<PluginReads, "listSchools" | "school">,
  request: Pick<DeskPageRequest, "query" | "language">,
  withSomething?: ReadonlySet<string>,
): Promise<ChosenSchool | undefined> {
  const schools = await reads.listSchools();
  return chooseAmong(
    schools.filter(({ id }) => withSomething?.has(id) ?? true),
    reads,
    request,
  );
}

async function chooseAmong(
  all: readonly School[],
  reads: Pick<PluginReads, "school">,
  { query, language }: Pick<DeskPageRequest, "query" | "language">,
  counts?: SchoolCounts,
): Promise<ChosenSchool | undefined> {
  const { compare } = new Intl.Collator(language);
  const schools = all.toSorted((one, other) => compare(one.name[language], other.name[language]));
  const found = schools.length > 1 ? await counts?.read() : undefined;
  const countOf = ({ id }: School): number => found?.get(id) ?? 0;
  const asked = query["school"] ?? "";
  const named = schools.find(({ id }) => id === asked);
  const chosen = named ?? schools.find((school) => countOf(school) > 0) ?? schools[0];
  const facts = chosen && (await reads.school(chosen.id));
  if (facts === undefined) return undefined;
  const { id, name } = facts.school;
  const options = schools.map((school) => {
    const count = countOf(school);
    const told = count === 0 ? "" : ` (${counts?.what[language] ?? ""}: ${count})`;
    return { id: school.id, label: `${school.name[language]}${told}` };
  });
  const choice = options.length > 1 ? choiceForm(options, id, language) : "";
  return {
    facts,
    heading: html`${choice}
      ${asked !== "" && named === undefined ? html`<p>${WORDS[language].another}</p>` : ""}
      <h2>${name[language]}</h2>`,
  };
}

function choiceForm(
  options: readonly { readonly id: string; readonly label: string }[],
  chosen: string,
  language: Language,
) {
  const { school, show } = WORDS[language];
  return html`<form method="get" class="desk-form">
    <div class="field">
      <label for="chosen-school">${school}</label>
      <select id="chosen-school" name="school">
        ${options.map(
          ({ id, label }) =>
            html`<option value="${id}" ${id === chosen ? "selected" : ""}>${label}</option>`,
        )}
      </select>
    </div>
    <button type="submit">${show}</button>
  </form>`;
}

const WORDS: Readonly<Record<Language, Readonly<Record<"school" | "show" | "another", string>>>> = {
  cy: {
    school: "Ysgol",
    show: "Dangos",
    another: "Nid oes dim yma am yr ysgol a enwir yn y cyfeiriad: am ysgol arall y mae hyn.",
  },
  en: {
    school: "School",
    show: "Show",
    another:
      "There is nothing here about the school that the address names: this is about another.",
  },
};
