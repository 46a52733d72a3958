import type { Finding } from "./finding.ts";
import type { SourceFile } from "./workspace-files.ts";

/** Words for which the glossary has another, in all their mutations, with the one to use. */
const STRAY_TERMS: readonly (readonly [pattern: RegExp, term: string])[] = [
  [/\b(?:ng|g)?ofod(?:au)?\b/i, "lle (space)"],
  [/\b(?:b|f|m)wciad(?:au)?\b|\b(?:b|f|m)wcio\b/i, "archeb (booking)"],
  [/\bll?ogydd(?:ion)?\b/i, "llogwr (hirer)"],
  [/\b(?:d|dd|n)ynod(?:wr|wyr)\b/i, "dynodydd (id)"],
];

/** Welsh words that stand for a term of the glossary in place of the one that it has: one Welsh word for each term. */
export function findStrayTerms({ path, text }: SourceFile): Finding[] {
  return text.split("\n").flatMap((content, index) =>
    STRAY_TERMS.flatMap(([pattern, term]) => {
      const stray = pattern.exec(content)?.[0];
      if (stray === undefined) return [];
      const message = `"${stray}" stands for a term that the glossary has: ${term}.`;
      return [{ path, line: index + 1, rule: "stray-term", message }];
    }),
  );
}
