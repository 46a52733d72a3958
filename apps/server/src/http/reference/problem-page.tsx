import type { Language } from "@neuadd/core";
import type { Child } from "hono/jsx";
import { PROBLEM_STATUSES, type ProblemCode } from "../problem-code.ts";
import { PROBLEM_DETAILS } from "../problem-details.ts";
import { PROBLEM_TITLES } from "../problem-titles.ts";
import { referenceMessages } from "./reference-messages.ts";

/** What a problem means and what to do about it: where the `type` of problem details leads. */
export function ProblemPage({
  code,
  language,
}: {
  readonly code: ProblemCode;
  readonly language: Language;
}): Child {
  return (
    <div class="page-width prose reference">
      <link rel="stylesheet" href="/docs/reference.css" />
      <h1>{PROBLEM_TITLES[code][language]}</h1>
      <p>
        <code>{code}</code>, HTTP {PROBLEM_STATUSES[code]}
      </p>
      <p class="lead">{PROBLEM_DETAILS[code][language]}</p>
      <p>
        <a href={`/docs?lang=${language}#problems`}>{referenceMessages[language].title}</a>
      </p>
    </div>
  );
}
