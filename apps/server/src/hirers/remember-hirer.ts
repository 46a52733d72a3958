import type { CompiledQuery, Kysely } from "kysely";
import { keptStatement } from "../store/kept-statement.ts";
import type { StoreSchema } from "../store/schema.ts";

/** The statement that makes a school know a hirer. */
export function rememberHirer(
  database: Kysely<StoreSchema>,
  school: string,
  hirer: string,
): CompiledQuery {
  return keptStatement(database, "rememberHirer", [school, hirer], () =>
    database
      .insertInto("hirer_schools")
      .values({ school_id: school, hirer_id: hirer })
      .onConflict((conflict) => conflict.columns(["school_id", "hirer_id"]).doNothing()),
  );
}
