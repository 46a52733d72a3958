import { z } from "@hono/zod-openapi";
import type { PluginHost } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { OpenActiveApi } from "./openactive-api.ts";
import { notPublished } from "./openactive-problems.ts";
import type { OpenActiveTables } from "./openactive-tables.ts";
import type { SchoolRecord } from "./school-record.ts";

/** What every route of the plugin works with. */
export interface RouteParts {
  readonly host: PluginHost;
  readonly tables: Kysely<OpenActiveTables>;
  readonly api: OpenActiveApi;
}

export const tags = ["openactive"];

export const SchoolParams = z.object({
  school: z.string().openapi({ example: "brynmawr-foundation" }),
});

/** The record of a school that publishes. Throws NOT_PUBLISHED for any other. */
export function published(record: SchoolRecord | undefined): SchoolRecord {
  if (record?.isPublished !== true) throw notPublished();
  return record;
}
