import type { Instant } from "@neuadd/core";
import type { Kysely } from "kysely";
import type { QuietHoursTables } from "./quiet-hours-tables.ts";

const KEPT_MILLISECONDS = 28 * 86_400_000;

/** Kind 5, a job: readings are forgotten after four weeks, as was promised to the hirers. */
export async function forgetReadings(
  tables: Kysely<QuietHoursTables>,
  now: Instant,
): Promise<void> {
  await tables
    .deleteFrom("quiet_hours_readings")
    .where("at", "<", now - KEPT_MILLISECONDS)
    .execute();
}
