import { type Kysely, PostgresAdapter } from "kysely";
import type { StoreSchema } from "./schema.ts";
import type { Store } from "./store.ts";

/** Which engine a database, or a transaction of it, speaks to. */
export function engineOf(database: Kysely<StoreSchema>): Store["engine"] {
  return database.getExecutor().adapter instanceof PostgresAdapter ? "postgres" : "sqlite";
}
