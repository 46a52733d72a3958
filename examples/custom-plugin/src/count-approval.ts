import type { LedgerEvent } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { QuietHoursTables } from "./quiet-hours-tables.ts";

/**
 * Kind 4, a listener. An entry may come more than once, so that it notes which booking was approved
 * rather than adding one to a number.
 */
export async function countApproval(
  tables: Kysely<QuietHoursTables>,
  { school, data }: LedgerEvent,
): Promise<void> {
  await tables
    .insertInto("quiet_hours_approvals")
    .values({ school, booking: String(data["booking"]) })
    .onConflict((conflict) => conflict.columns(["school", "booking"]).doNothing())
    .execute();
}
