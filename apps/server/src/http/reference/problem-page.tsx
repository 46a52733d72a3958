import type { Language } from "@neuadd/core";
import type { Child } from "hono/jsx";
import type { DescribedProblem } from "./described-problems.ts";
import { referenceMessages } from "./reference-messages.ts";

/** What a problem means and what to do about it: where the `type` of problem details leads. */
export function ProblemPage({
  problem: { code, status, title, detail },
  language,
}: {
  readonly problem: DescribedProblem;
  readonly language: Language;
}): Child {
  return (
    <div class="page-width prose reference">
      <link rel="stylesheet" href="/docs/reference.css" />
      <h1>{title}</h1>
      <p>
        <code>{code}</code>, HTTP {status}
      </p>
      <p class="lead">{detail}</p>
      <p>
        <a href={`/docs?lang=${language}#problems`}>{referenceMessages[language].title}</a>
      </p>
    </div>
  );
}
