import { hirerUnknown } from "../ledger/unknown.ts";
import { runKept } from "../store/kept-statement.ts";
import type { Store } from "../store/store.ts";
import { ERASED_DETAILS } from "./erased-hirer.ts";

/**
 * Makes a school know a hirer, within a transaction. Until that ends the hirer can't be erased: whoever would erase it waits,
 * and sees what was booked. Throws HIRER_UNKNOWN, also for one that has been erased.
 */
export async function rememberHirer(
  { engine, database }: Pick<Store, "engine" | "database">,
  school: string,
  hirer: string,
): Promise<void> {
  const { rows } = await runKept(database, "knownHirer", [hirer, ERASED_DETAILS], () => {
    const known = database
      .selectFrom("hirers")
      .select("hirer_id")
      .where("hirer_id", "=", hirer)
      .where("details", "<>", ERASED_DETAILS);
    // SQLite has one writer in any case.
    return engine === "postgres" ? known.forShare() : known;
  });
  if (rows.length === 0) throw hirerUnknown(hirer);
  await runKept(database, "rememberHirer", [school, hirer], () =>
    database
      .insertInto("hirer_schools")
      .values({ school_id: school, hirer_id: hirer })
      .onConflict((conflict) => conflict.columns(["school_id", "hirer_id"]).doNothing()),
  );
}
