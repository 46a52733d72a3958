import type { Kysely } from "kysely";
import type { QuietHoursTables } from "./quiet-hours-tables.ts";

/** What other code may ask: `server.plugins["quiet-hours"]`, typed. */
export interface QuietHoursApi {
  /** How many bookings of a school have been approved since the plugin was put in. */
  approvals(school: string): Promise<number>;
  /** How many readings of the sound level are kept for a school. */
  readings(school: string): Promise<number>;
}

/** Kind 7, an api: plain functions on the plugin's own tables. */
export function quietHoursApi(tables: Kysely<QuietHoursTables>): QuietHoursApi {
  async function count(table: keyof QuietHoursTables, school: string): Promise<number> {
    const row = await tables
      .selectFrom(table)
      .select((select) => select.fn.countAll<number>().as("count"))
      .where("school", "=", school)
      .executeTakeFirstOrThrow();
    return Number(row.count);
  }
  return {
    approvals: (school) => count("quiet_hours_approvals", school),
    readings: (school) => count("quiet_hours_readings", school),
  };
}
