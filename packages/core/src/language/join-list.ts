import type { Language } from "./bilingual.ts";

/**
 * Joins items as a sentence lists them: "a, b and c", and in Welsh with *a*, or *ac* before a vowel
 * (w and y count, and so do numbers that are read with one: 1, 8, 11). One item is itself, no items
 * are the empty text.
 *
 * Welsh *a* also causes an aspirate mutation (*te a choffi*). Names of places and people, and
 * figures, are left as they are, so items are not changed here: where common nouns are listed, pass
 * the last one as it should read.
 *
 * @example
 * ```ts
 * import { joinList } from "@neuadd/core";
 * joinList(["Cwm", "Tredegar", "Abertyleri"], "cy"); //=> "Cwm, Tredegar ac Abertyleri"
 * joinList(["Cwm", "Tredegar"], "en"); //=> "Cwm and Tredegar"
 * ```
 */
export function joinList(items: readonly string[], language: Language): string {
  const last = items.at(-1);
  if (last === undefined) return "";
  if (items.length === 1) return last;
  const conjunction = language === "en" ? "and" : startsWithVowel(last) ? "ac" : "a";
  return `${items.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}

function startsWithVowel(text: string): boolean {
  // Decomposed, a circumflex is a character of its own: what is left is the bare letter.
  const start = text.normalize("NFD").replace(/^[^\p{L}\p{N}]+/u, "");
  const figures = /^\d+/.exec(start)?.[0];
  // un, wyth, un ar ddeg, un ar bymtheg; wyth deg, wyth cant, wyth mil.
  if (figures !== undefined) return /^(?:1|11|16|8\d*)$/.test(figures);
  return /^[aeiouwy]/i.test(start);
}
