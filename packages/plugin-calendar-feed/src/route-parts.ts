import { z } from "@hono/zod-openapi";
import type { Language } from "@neuadd/core";
import { describedAs, type PluginHost } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { CalendarFeedTables } from "./calendar-feed-tables.ts";

/** What every route of the plugin works with. */
export interface RouteParts {
  readonly host: PluginHost;
  readonly tables: Kysely<CalendarFeedTables>;
}

const idOf = (example: string) => z.string().min(1).max(200).openapi({ example });

export const SchoolParams = z.object({
  school: idOf("brynmawr-foundation"),
});

export const SpaceParams = SchoolParams.extend({
  space: idOf("sports-hall"),
});

export const HirerParams = SchoolParams.extend({
  hirer: idOf("hir_019a7b3c5d2e7f408a1b2c3d4e5f6a7b"),
});

export const LanguageQuery = z.object({
  language: z
    .enum(["cy", "en"])
    .exactOptional()
    .openapi(
      describedAs({
        cy: "Nid yw rhaglenni calendr yn gofyn am iaith. Iaith y cais, os na roddir un.",
        en: "Calendar programs ask for no language. Default: that of the request.",
      }),
    ),
});

/** What every route for a key may refuse. */
export const refusals = {
  401: ["AUTHENTICATION_REQUIRED"],
  403: ["FORBIDDEN"],
  404: ["SCHOOL_UNKNOWN"],
};

export const forKeys = { tags: ["calendar-feed"], security: [{ key: [] }] };

/** An id that nobody can guess, with what it is of in front. */
export function freshId({ randomBytes }: Pick<PluginHost, "randomBytes">, prefix: string): string {
  return `${prefix}_${Buffer.from(randomBytes(12)).toString("hex")}`;
}

/** The language that a caller names, or else reads. */
export function languageOf(
  named: Language | undefined,
  exchange: { language: Language },
): Language {
  return named ?? exchange.language;
}

export function textOf(instant: number): string {
  return new Date(instant).toISOString();
}
