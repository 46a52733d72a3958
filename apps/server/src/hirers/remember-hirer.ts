import type { Kysely } from "kysely";
import { hirerUnknown } from "../ledger/unknown.ts";
import { runKept } from "../store/kept-statement.ts";
import type { StoreSchema } from "../store/schema.ts";

/** Makes a school know a hirer. Throws HIRER_UNKNOWN. */
export async function rememberHirer(
  database: Kysely<StoreSchema>,
  school: string,
  hirer: string,
): Promise<void> {
  const { rows } = await runKept(database, "knownHirer", [hirer], () =>
    database.selectFrom("hirers").select("hirer_id").where("hirer_id", "=", hirer),
  );
  if (rows.length === 0) throw hirerUnknown(hirer);
  await runKept(database, "rememberHirer", [school, hirer], () =>
    database
      .insertInto("hirer_schools")
      .values({ school_id: school, hirer_id: hirer })
      .onConflict((conflict) => conflict.columns(["school_id", "hirer_id"]).doNothing()),
  );
}
