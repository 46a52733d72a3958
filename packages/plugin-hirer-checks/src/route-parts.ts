import { z } from "@hono/zod-openapi";
import type { PluginHost } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { CheckPolicy } from "./check-policy.ts";
import type { HirerChecksTables } from "./hirer-checks-tables.ts";

/** What every route of the plugin works with. */
export interface RouteParts {
  readonly host: PluginHost;
  readonly tables: Kysely<HirerChecksTables>;
  readonly defaultPolicy: CheckPolicy;
}

const idOf = (example: string) => z.string().min(1).max(100).openapi({ example });

export const SchoolParams = z.object({
  school: idOf("brynmawr-foundation"),
});

export const HirerParams = SchoolParams.extend({
  hirer: idOf("hir_019a7b3c5d2e7f408a1b2c3d4e5f6a7b"),
});

/** An id that nobody can guess, with what it is of in front. */
export function freshId({ randomBytes }: Pick<PluginHost, "randomBytes">, prefix: string): string {
  const hex = [...randomBytes(12)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${prefix}_${hex}`;
}
