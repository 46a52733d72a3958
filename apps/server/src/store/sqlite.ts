import BetterSqlite3 from "better-sqlite3";
import { Kysely, sql } from "kysely";
import { makeSqliteFile } from "./make-sqlite-file.ts";
import { migrateStore, pendingMigrations } from "./migrate-store.ts";
import type { StoreSchema } from "./schema.ts";
import { SqliteDialect } from "./sqlite-dialect.ts";
import type { Store } from "./store.ts";

export interface SqliteStoreOptions {
  /** Path of the database file, or `:memory:` for one that lives as long as it is open. */
  readonly file: string;
}

/**
 * Opens a SQLite database; the file and its directories are made if they are not there, the file readable by its
 * owner alone. Several processes may have it open at once. A commit is on the disk when it is answered
 * (`synchronous=FULL`). The tables are there once `migrate` has run.
 */
export function openSqliteStore({ file }: SqliteStoreOptions): Store {
  const database = new Kysely<StoreSchema>({ dialect: new SqliteDialect(() => open(file)) });
  return {
    engine: "sqlite",
    database,
    migrate: () => migrateStore("sqlite", database),
    patiently: (work) => work(database),
    async isReady() {
      try {
        await sql`select 1`.execute(database);
        return (await pendingMigrations("sqlite", database)).length === 0;
      } catch {
        // Whatever the fault, the answer is the same: not ready. Commands will meet the fault itself.
        return false;
      }
    },
    faultOf: () => undefined,
    close: () => database.destroy(),
  };
}

function open(file: string): BetterSqlite3.Database {
  if (file !== ":memory:") makeSqliteFile(file);
  const database = new BetterSqlite3(file, { timeout: 5_000 });
  database.pragma("journal_mode = wal");
  // From here on the connection waits for locks by itself: SQLite's own waiting would stop the whole process.
  database.pragma("busy_timeout = 0");
  database.pragma("synchronous = full");
  database.pragma("foreign_keys = on");
  // What was erased must not be left lying in the file.
  database.pragma("secure_delete = on");
  // A statement never builds its scratch tables in a file, and the cache holds a busy school's year of claims.
  database.pragma("temp_store = memory");
  database.pragma("cache_size = -16000");
  return database;
}
