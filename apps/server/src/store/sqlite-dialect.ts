import {
  SqliteAdapter,
  SqliteIntrospector,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
} from "kysely";
import type Database from "better-sqlite3";
import { SqliteDriver } from "./sqlite-driver.ts";
import { SqliteCompiler } from "./sqlite-compiler.ts";

/** Kysely's SQLite, with a driver of ours: transactions that write take the write lock at their first statement. */
export class SqliteDialect implements Dialect {
  readonly #open: () => Database.Database;

  constructor(open: () => Database.Database) {
    this.#open = open;
  }

  createDriver(): Driver {
    return new SqliteDriver(this.#open);
  }

  createQueryCompiler(): QueryCompiler {
    return new SqliteCompiler();
  }

  createAdapter(): DialectAdapter {
    return new TransactionalSqliteAdapter();
  }

  createIntrospector(database: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(database);
  }
}

/** SQLite changes tables within transactions, so that a migration that fails, or a process that dies, leaves nothing half made. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
