import type { Instant } from "@neuadd/core";
import type { Kysely } from "kysely";
import type { QuietHoursTables } from "./quiet-hours-tables.ts";

const KEPT_MILLISECONDS = 28 * 86_400_000;

/** Kind 5, a job: readings are forgotten after four weeks, as was promised to the hirers; those of one school at a time. */
export async function forgetReadings(
  tables: Kysely<QuietHoursTables>,
  now: Instant,
): Promise<void> {
  const before = now - KEPT_MILLISECONDS;
  const schools = await tables
    .selectFrom("quiet_hours_readings")
    .select("school")
    .distinct()
    .where("at", "<", before)
    .execute();
  for (const { school } of schools) {
    await tables
      .deleteFrom("quiet_hours_readings")
      .where("school", "=", school)
      .where("at", "<", before)
      .execute();
  }
}
