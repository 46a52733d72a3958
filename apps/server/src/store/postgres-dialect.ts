import {
  PostgresAdapter,
  PostgresQueryCompiler,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
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
    return new PostgresAdapter();
  }

  createIntrospector(database: Kysely<unknown>): DatabaseIntrospector {
    return new OwnSchemaIntrospector(database);
  }
}
