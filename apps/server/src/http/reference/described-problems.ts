import type { Language } from "@neuadd/core";
import { PROBLEM_CODES, PROBLEM_STATUSES } from "../problem-code.ts";
import { PROBLEM_DETAILS } from "../problem-details.ts";
import { PROBLEM_TITLES } from "../problem-titles.ts";
import type { ReferenceDocument } from "./reference-document.ts";

/** A problem as people read of it, in one language. */
export interface DescribedProblem {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

/** Every problem that the API answers with: the server's own, then those that the routes of plugins describe, by code. */
export function describedProblems(
  document: ReferenceDocument,
  language: Language,
): readonly DescribedProblem[] {
  const own = PROBLEM_CODES.map((code) => ({
    code,
    status: PROBLEM_STATUSES[code],
    title: PROBLEM_TITLES[code][language],
    detail: PROBLEM_DETAILS[code][language],
  }));
  return [...own, ...problemsOfPlugins(document)];
}

function problemsOfPlugins(document: ReferenceDocument): readonly DescribedProblem[] {
  const byCode = new Map<string, DescribedProblem>();
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    for (const [status, answer] of Object.entries(operation.responses)) {
      for (const [code, texts] of Object.entries(answer["x-problems"] ?? {})) {
        byCode.set(code, { code, status: Number(status), ...texts });
      }
    }
  }
  return [...byCode.values()].toSorted((one, other) => one.code.localeCompare(other.code, "en"));
}
