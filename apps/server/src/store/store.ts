import type { Kysely } from "kysely";
import type { StoreSchema } from "./schema.ts";

/** An open database. Engines differ only in how it is opened, migrated and backed up. */
export interface Store {
  readonly engine: "sqlite" | "postgres";
  readonly database: Kysely<StoreSchema>;
  /** Brings the tables to the present version; safe to call again. Answers the names of the migrations that ran. */
  migrate(): Promise<readonly string[]>;
  /** True when the store answers and its tables are of the present version. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}
