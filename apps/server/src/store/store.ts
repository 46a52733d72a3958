import type { Kysely } from "kysely";
import type { StoreSchema } from "./schema.ts";

/**
 * What a fault of the engine says of the transaction that met it. `undone`: rolled back, so that another could go on.
 * `lost`: the connection broke; unless the commit had been asked for, nothing was written.
 */
export type StoreFault = "undone" | "lost";

/** An open database. Engines differ only in how it is opened, migrated and backed up. */
export interface Store {
  readonly engine: "sqlite" | "postgres";
  readonly database: Kysely<StoreSchema>;
  /** Brings the tables to the present version; safe to call again. Answers the names of the migrations that ran. */
  migrate(): Promise<readonly string[]>;
  /**
   * Does work whose statements may take as long as they need, such as to rewrite a table, or to wait until another process
   * has done so. The database it is given is for that work alone.
   */
  patiently<Result>(work: (database: Kysely<StoreSchema>) => Promise<Result>): Promise<Result>;
  /** True when the store answers and its tables are of the present version. */
  isReady(): Promise<boolean>;
  /** Undefined for an error after which trying again is of no use. */
  faultOf(error: unknown): StoreFault | undefined;
  close(): Promise<void>;
}
