import {
  PostgresAdapter,
  PostgresQueryCompiler,
  sql,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type MigrationLockOptions,
  type QueryCompiler,
} from "kysely";
import type { Pool } from "pg";
import { PostgresDriver } from "./postgres-driver.ts";
import { OwnSchemaIntrospector } from "./postgres-introspector.ts";

/** Kysely's PostgreSQL, with a driver of ours: one that knows which statements may be tried again. */
export class PostgresDialect implements Dialect {
  readonly #open: () => Pool;

  constructor(open: () => Pool) {
    this.#open = open;
  }

  createDriver(): Driver {
    return new PostgresDriver(this.#open);
  }

  createQueryCompiler(): QueryCompiler {
    return new PostgresQueryCompiler();
  }

  createAdapter(): DialectAdapter {
    return new PatientPostgresAdapter();
  }

  createIntrospector(database: Kysely<unknown>): DatabaseIntrospector {
    return new OwnSchemaIntrospector(database);
  }
}

/**
 * Migrations run one process at a time, under an advisory lock. Those that wait for it, and a migration that rewrites
 * a large table, may take longer than a request: the statement time-out is lifted for as long as the lock is held.
 */
class PatientPostgresAdapter extends PostgresAdapter {
  override async acquireMigrationLock(
    database: Kysely<unknown>,
    options: MigrationLockOptions,
  ): Promise<void> {
    await sql`set statement_timeout = 0`.execute(database);
    await super.acquireMigrationLock(database, options);
  }

  override async releaseMigrationLock(
    database: Kysely<unknown>,
    options: MigrationLockOptions,
  ): Promise<void> {
    await super.releaseMigrationLock(database, options);
    await sql`reset statement_timeout`.execute(database);
  }
}
