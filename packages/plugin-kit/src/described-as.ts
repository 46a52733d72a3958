import type { Bilingual } from "@neuadd/core";

/**
 * What a parameter of a route is for, in both languages: the OpenAPI document shows the one that is asked for. `school`,
 * `space`, `booking`, `block`, `hirer`, `limit` and `lang` the host describes itself.
 *
 * @example
 * ```ts
 * import { z } from "@hono/zod-openapi";
 * import { describedAs } from "@neuadd/plugin-kit";
 *
 * const year = z.string().openapi({
 *   ...describedAs({ cy: "Blwyddyn galendr.", en: "Calendar year." }),
 *   example: "2026",
 * });
 * year.parse("2026"); //=> "2026"
 * ```
 */
export function describedAs({ cy, en }: Bilingual): {
  readonly description: string;
  readonly "x-cy": string;
} {
  return { description: en, "x-cy": cy };
}
