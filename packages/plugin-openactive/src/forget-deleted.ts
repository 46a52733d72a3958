import type { Instant } from "@neuadd/core";
import type { Kysely } from "kysely";
import type { OpenActiveTables } from "./openactive-tables.ts";

/** RPDE 1.0 keeps a deleted record for at least 7 days, so that every reader hears of it. */
const KEPT_MILLISECONDS = 8 * 86_400_000;

/** Takes records out of the feeds that have been deleted for long enough. */
export async function forgetDeleted(
  tables: Kysely<OpenActiveTables>,
  school: string,
  now: Instant,
): Promise<void> {
  await tables
    .deleteFrom("openactive_items")
    .where("school", "=", school)
    .where("is_deleted", "=", 1)
    .where("changed_at", "<", now - KEPT_MILLISECONDS)
    .execute();
}
