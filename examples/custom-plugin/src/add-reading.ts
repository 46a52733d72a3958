import { z } from "@hono/zod-openapi";
import type { PluginExchange, PluginHost } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { QuietHoursTables } from "./quiet-hours-tables.ts";

/** One measurement of the sound level, for the route and for the form alike. */
export const decibels = z.int().min(0).max(200);

/** Keeps a reading, for whoever acts for the school. */
export async function addReading(
  { access, now }: Pick<PluginHost, "access" | "now">,
  tables: Kysely<QuietHoursTables>,
  exchange: PluginExchange,
  reading: { readonly school: string; readonly decibels: number },
): Promise<void> {
  await access.school(exchange, reading.school);
  await tables
    .insertInto("quiet_hours_readings")
    .values({ ...reading, at: now() })
    .execute();
}
