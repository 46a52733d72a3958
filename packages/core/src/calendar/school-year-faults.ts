import type { Fault } from "../errors.ts";
import { blankNameFaults } from "../language/blank-name-faults.ts";
import type { SchoolYear, Term } from "./school-calendar.ts";
import { spanFaults } from "./span-faults.ts";

/** What is wrong with the school years of one layer. `path` points to the list. */
export function schoolYearsFaults(years: readonly SchoolYear[], path: string): Fault[] {
  const faults = years.flatMap((year, index) => yearFaults(year, `${path}/${index}`));
  const firstIndexes = new Map<string, number>();
  for (const [index, { id }] of years.entries()) {
    const firstIndex = firstIndexes.get(id);
    if (firstIndex === undefined) firstIndexes.set(id, index);
    else {
      const message = {
        cy: `Rhoddwyd y flwyddyn ysgol ${id} ddwywaith, yn gyntaf yn ${path}/${firstIndex}.`,
        en: `The school year ${id} is given twice, first at ${path}/${firstIndex}.`,
      };
      faults.push({ path: `${path}/${index}/id`, message });
    }
  }
  return faults;
}

function yearFaults({ id, terms }: SchoolYear, path: string): Fault[] {
  const faults = terms.flatMap((term, index) => termFaults(term, `${path}/terms/${index}`));
  const start = schoolYearStart(id);
  if (start === undefined) {
    const message = {
      cy: `Nid yw "${id}" yn flwyddyn ysgol; ysgrifennwch hi fel 2026/27.`,
      en: `"${id}" is no school year; write it as 2026/27.`,
    };
    return [...faults, { path: `${path}/id`, message }];
  }
  // How terms lie to each other can't be told while a term has no dates of its own.
  if (terms.some((term) => spanFaults(term, path).length > 0)) return faults;
  return [...faults, ...orderFaults(terms, path), ...outsideFaults(terms, start, id, path)];
}

/** The calendar year in which a school year begins, by its id: `2026/27` begins in 2026. Undefined for other text. */
function schoolYearStart(id: string): number | undefined {
  const [, start, end] = /^(\d{4})\/(\d{2})$/.exec(id) ?? [];
  const year = Number(start);
  return end !== undefined && Number(end) === (year + 1) % 100 ? year : undefined;
}

function termFaults(term: Term, path: string): Fault[] {
  const faults = [...spanFaults(term, path), ...blankNameFaults(term.name, `${path}/name`)];
  if (!term.halfTerm) return faults;
  const halfTermFaults = spanFaults(term.halfTerm, `${path}/halfTerm`);
  faults.push(...halfTermFaults);
  const isInside = term.first < term.halfTerm.first && term.halfTerm.last < term.last;
  if (halfTermFaults.length === 0 && !isInside) {
    const message = {
      cy: `Nid yw'r hanner tymor ${term.halfTerm.first} i ${term.halfTerm.last} y tu mewn i'w dymor ${term.first} i ${term.last}.`,
      en: `The half term ${term.halfTerm.first} to ${term.halfTerm.last} does not lie inside its term ${term.first} to ${term.last}.`,
    };
    faults.push({ path: `${path}/halfTerm`, message });
  }
  return faults;
}

function orderFaults(terms: readonly Term[], path: string): Fault[] {
  return terms.flatMap(({ first }, index) => {
    const previous = terms[index - 1];
    if (!previous || first > previous.last) return [];
    const message = {
      cy: `Mae'r tymor yn dechrau ar ${first}, ond mae'r tymor o'i flaen yn gorffen ar ${previous.last}; rhowch dymhorau yn eu trefn.`,
      en: `The term begins on ${first}, but the term before it ends on ${previous.last}; give terms in order.`,
    };
    return [{ path: `${path}/terms/${index}/first`, message }];
  });
}

/** A school year begins with the first term that starts after July (SI 2003/3231). */
function outsideFaults(terms: readonly Term[], start: number, id: string, path: string): Fault[] {
  return terms.flatMap(({ first }, index) => {
    const month = first.slice(0, 7);
    if (month >= `${start}-08` && month <= `${start + 1}-07`) return [];
    const message = {
      cy: `Mae'r tymor yn dechrau ar ${first}, nad yw yn y flwyddyn ysgol ${id} (Awst ${start} i Orffennaf ${start + 1}).`,
      en: `The term begins on ${first}, which is not in the school year ${id} (August ${start} to July ${start + 1}).`,
    };
    return [{ path: `${path}/terms/${index}/first`, message }];
  });
}
