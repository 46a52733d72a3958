import type { Language } from "@neuadd/core";
import { PATH_WORDS } from "./page-paths.ts";

/** Where words stand in the path of a page, its language first; the name of a school stands between them. */
const PLACES_OF_WORDS: ReadonlySet<number> = new Set([1, 3, 4]);

/**
 * The path of a page with its words in the language that it begins with, or else in `preferred`: for addresses that were
 * typed, or of which only the language was changed. Undefined: no page has such a path, whatever the language.
 * `/cy/schools/cwm/week` becomes `/cy/ysgolion/cwm/wythnos`; `/schools/cwm`, where English is preferred, `/en/schools/cwm`.
 */
export function pathInLanguage(path: string, preferred: Language): string | undefined {
  const [first = "", ...rest] = path.split("/").slice(1);
  const hasLanguage = first === "cy" || first === "en";
  const language = hasLanguage ? first : preferred;
  const parts = hasLanguage ? [first, ...rest] : [language, first, ...rest];
  if (wordIn(language, parts[1]) === undefined) return undefined;
  const translated = parts.map((part, place) =>
    PLACES_OF_WORDS.has(place) ? (wordIn(language, part) ?? part) : part,
  );
  return `/${translated.join("/")}`;
}

function wordIn(language: Language, part: string | undefined): string | undefined {
  return Object.values(PATH_WORDS).find(({ cy, en }) => part === cy || part === en)?.[language];
}
