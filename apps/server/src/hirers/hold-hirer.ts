import { hirerUnknown } from "../ledger/unknown.ts";
import { runKept } from "../store/kept-statement.ts";
import type { Store } from "../store/store.ts";
import { ERASED_DETAILS } from "./erased-hirer.ts";

/**
 * Keeps a hirer from being erased until the transaction ends: whoever would erase it waits, and sees what was booked.
 * Throws HIRER_UNKNOWN, also for one that has been erased.
 */
export async function holdHirer(
  { engine, database }: Pick<Store, "engine" | "database">,
  hirer: string,
): Promise<void> {
  const { rows } = await runKept(database, "holdHirer", [hirer, ERASED_DETAILS], () => {
    const known = database
      .selectFrom("hirers")
      .select("hirer_id")
      .where("hirer_id", "=", hirer)
      .where("details", "<>", ERASED_DETAILS);
    // SQLite has one writer in any case.
    return engine === "postgres" ? known.forShare() : known;
  });
  if (rows.length === 0) throw hirerUnknown(hirer);
}
