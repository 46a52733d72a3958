import type { Kysely } from "kysely";
import { hirerUnknown } from "../ledger/unknown.ts";
import type { StoreSchema } from "../store/schema.ts";

/** Makes a school know a hirer. Throws HIRER_UNKNOWN. */
export async function rememberHirer(
  database: Kysely<StoreSchema>,
  school: string,
  hirer: string,
): Promise<void> {
  const known = await database
    .selectFrom("hirers")
    .select("hirer_id")
    .where("hirer_id", "=", hirer)
    .executeTakeFirst();
  if (known === undefined) throw hirerUnknown(hirer);
  await database
    .insertInto("hirer_schools")
    .values({ school_id: school, hirer_id: hirer })
    .onConflict((conflict) => conflict.columns(["school_id", "hirer_id"]).doNothing())
    .execute();
}
