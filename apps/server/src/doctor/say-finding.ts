import type { Language } from "@neuadd/core";
import type { Finding } from "./finding.ts";

/** A finding for a person, a line each: a fixed first line that programs can read, then what it is, where, and the remedy. */
export function sayFinding(finding: Finding, language: Language): string[] {
  const { severity, code, school, count, places, sentence, remedy } = finding;
  const more = count > places.length ? `, … (${count})` : "";
  return [
    [severity, code, ...(school === undefined ? [] : [school])].join(" "),
    `  ${sentence[language]}`,
    `  ${places.join("; ")}${more}`,
    `  → ${remedy[language]}`,
  ];
}
