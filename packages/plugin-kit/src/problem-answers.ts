import { z } from "@hono/zod-openapi";
import type { PluginProblem, ProblemTexts } from "./plugin-problem.ts";

/** Problem details, RFC 9457: what every error of the API is answered with. */
export const ProblemSchema = z
  .looseObject({
    type: z.url().openapi({ description: "Address of a page on this problem." }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().openapi({ description: "Stable; the same in every language." }),
    requestId: z.string(),
    errors: z
      .array(
        z.object({
          pointer: z.string().exactOptional(),
          parameter: z.string().exactOptional(),
          header: z.string().exactOptional(),
          detail: z.string(),
        }),
      )
      .exactOptional(),
  })
  .openapi("Problem", { description: "What went wrong (RFC 9457)." });

/** An error as `responses` of `createRoute` take it. */
export interface ProblemAnswer {
  readonly description: string;
  readonly content: {
    readonly "application/problem+json": { readonly schema: typeof ProblemSchema };
  };
  /** The plugin's own problems by code: what their pages say, in both languages. */
  readonly "x-problems"?: Readonly<Record<string, ProblemTexts>>;
}

/**
 * The errors of a route, for the `responses` of its `createRoute`: statuses, with what each may be. One of the server's own
 * is named by its code, one of the plugin by such a problem as its handler throws: its texts are what the page of its code
 * says. Those that any route may answer (KEY_INVALID, RATE_LIMITED, INTERNAL, STORE_UNAVAILABLE) come along. Throws for a
 * problem that has another status.
 *
 * @example
 * ```ts
 * import { PluginProblem, problemAnswers } from "@neuadd/plugin-kit";
 *
 * const listUnknown = new PluginProblem("tariffs/LIST_UNKNOWN", 404, {
 *   title: { cy: "Nid oes rhestr brisiau o'r fath", en: "There is no such price list" },
 *   detail: { cy: "Darllenwch y rhestrau sydd gan yr ysgol.", en: "Read which lists the school has." },
 * });
 * const answers = problemAnswers({ 404: ["SCHOOL_UNKNOWN", listUnknown] });
 * answers[404]?.description; //=> "`SCHOOL_UNKNOWN`, `tariffs/LIST_UNKNOWN`"
 * Object.keys(answers); //=> ["401", "404", "429", "500", "503"]
 * ```
 */
export function problemAnswers(
  problems: Readonly<Record<number, readonly (string | PluginProblem)[]>>,
): Record<number, ProblemAnswer> {
  const all: Readonly<Record<number, readonly (string | PluginProblem)[]>> = {
    ...problems,
    401: ["KEY_INVALID", ...(problems[401] ?? [])],
    429: ["RATE_LIMITED", ...(problems[429] ?? [])],
    500: ["INTERNAL"],
    503: ["STORE_UNAVAILABLE", ...(problems[503] ?? [])],
  };
  return Object.fromEntries(
    Object.entries(all).map(([status, group]) => [status, problemAnswer(Number(status), group)]),
  );
}

function problemAnswer(status: number, group: readonly (string | PluginProblem)[]): ProblemAnswer {
  const own = group.filter((problem) => typeof problem !== "string");
  for (const { code, status: actual } of own) {
    if (actual !== status) throw new Error(`"${code}" is answered with ${actual}, not ${status}.`);
  }
  const codes = group.map((problem) => (typeof problem === "string" ? problem : problem.code));
  return {
    description: codes.map((code) => `\`${code}\``).join(", "),
    content: { "application/problem+json": { schema: ProblemSchema } },
    ...(own.length > 0 && {
      "x-problems": Object.fromEntries(own.map(({ code, texts }) => [code, texts])),
    }),
  };
}
