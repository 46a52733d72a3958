import { z } from "@hono/zod-openapi";

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
    technicalDetail: z
      .string()
      .openapi({ description: "For programmers, in English in every answer." })
      .exactOptional(),
  })
  .openapi("Problem", { description: "What went wrong (RFC 9457)." });

/** An error as `responses` of `createRoute` take it. */
export interface ProblemAnswer {
  readonly description: string;
  readonly content: {
    readonly "application/problem+json": { readonly schema: typeof ProblemSchema };
  };
}

/**
 * The errors of a route, for the `responses` of its `createRoute`: statuses, with the codes that each may
 * carry. Those of the server's own that any route may answer (KEY_INVALID, RATE_LIMITED, INTERNAL,
 * STORE_UNAVAILABLE) come along.
 *
 * @example
 * ```ts
 * import { problemAnswers } from "@neuadd/plugin-kit";
 *
 * const answers = problemAnswers({ 404: ["SCHOOL_UNKNOWN", "tariffs/LIST_UNKNOWN"] });
 * answers[404]?.description; //=> "`SCHOOL_UNKNOWN`, `tariffs/LIST_UNKNOWN`"
 * Object.keys(answers); //=> ["401", "404", "429", "500", "503"]
 * ```
 */
export function problemAnswers(
  codes: Readonly<Record<number, readonly string[]>>,
): Record<number, ProblemAnswer> {
  const answers: Record<number, ProblemAnswer> = {};
  const all: Readonly<Record<number, readonly string[]>> = {
    ...codes,
    401: ["KEY_INVALID", ...(codes[401] ?? [])],
    429: ["RATE_LIMITED", ...(codes[429] ?? [])],
    500: ["INTERNAL"],
    503: ["STORE_UNAVAILABLE", ...(codes[503] ?? [])],
  };
  for (const [status, names] of Object.entries(all)) {
    answers[Number(status)] = {
      description: names.map((name) => `\`${name}\``).join(", "),
      content: { "application/problem+json": { schema: ProblemSchema } },
    };
  }
  return answers;
}
