import { Kysely, sql } from "kysely";
import pg from "pg";
import { ServerError } from "../server-error.ts";
import { migrateStore, pendingMigrations } from "./migrate-store.ts";
import { PostgresDialect } from "./postgres-dialect.ts";
import { postgresFault } from "./postgres-fault.ts";
import type { StoreSchema } from "./schema.ts";
import type { Store } from "./store.ts";

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:5432/database`, with parameters such as `?sslmode=verify-full` if need be. */
  readonly url: string;
  /** Connections that this process holds at most. Default 10. */
  readonly poolSize?: number;
  /** A statement that runs longer is stopped. Default 30 seconds. */
  readonly statementTimeoutMs?: number;
  /** How much longer to wait for the answer: only one that got lost on the way takes so long. Default 5 seconds. */
  readonly answerMarginMs?: number;
  /** A statement that waits longer for another's lock is given up. Default 10 seconds. */
  readonly lockTimeoutMs?: number;
  /** A transaction in which nothing happens for longer is rolled back. Default 30 seconds. */
  readonly idleInTransactionTimeoutMs?: number;
  /** How long to wait for a connection, of the pool or a new one. Default 10 seconds. */
  readonly connectTimeoutMs?: number;
  /** How this process is named in `pg_stat_activity`. Default `neuadd`. */
  readonly applicationName?: string;
}

const OLDEST_VERSION = 150_000;

/**
 * Opens a PostgreSQL database, version 15 or later, of which any number of processes may share one. Nothing is
 * connected before the first statement. A commit is on the disk when it is answered, unless the database has
 * `synchronous_commit` off. The tables are there once `migrate` has run.
 *
 * Whole numbers of 64 bits come as numbers; one beyond 2^53 - 1 is a fault.
 */
export function openPostgresStore(options: PostgresStoreOptions): Store {
  const { statementTimeoutMs = 30_000, answerMarginMs = 5_000 } = options;
  const database = openDatabase(options, {
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + answerMarginMs,
  });
  const patiently: Store["patiently"] = async (work) => {
    // On a connection of its own, since the driver can't be made to wait longer for single statements.
    const patient = openDatabase({ ...options, poolSize: 1 }, UNLIMITED);
    try {
      return await work(patient);
    } finally {
      await patient.destroy();
    }
  };
  return {
    engine: "postgres",
    database,
    async migrate() {
      await checkVersion(database);
      return patiently((patient) => migrateStore("postgres", patient));
    },
    patiently,
    async isReady() {
      try {
        return (await pendingMigrations("postgres", database)).length === 0;
      } catch {
        // Whatever the fault, the answer is the same: not ready. Commands will meet the fault itself.
        return false;
      }
    },
    faultOf: postgresFault,
    close: () => database.destroy(),
  };
}

/** How long a statement may take, for PostgreSQL and for the driver. */
interface StatementLimits {
  readonly statement_timeout: number;
  readonly query_timeout: number;
}

/**
 * Migrations run one process at a time. Those that wait for their turn, and what rewrites a large table or spreads it over
 * nodes, may take longer than a request.
 */
const UNLIMITED: StatementLimits = { statement_timeout: 0, query_timeout: 0 };

function openDatabase(options: PostgresStoreOptions, limits: StatementLimits): Kysely<StoreSchema> {
  return new Kysely({ dialect: new PostgresDialect(() => openPool(options, limits)) });
}

function openPool(options: PostgresStoreOptions, limits: StatementLimits): pg.Pool {
  const { connectTimeoutMs = 10_000 } = options;
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize ?? 10,
    application_name: options.applicationName ?? "neuadd",
    ...limits,
    lock_timeout: options.lockTimeoutMs ?? 10_000,
    idle_in_transaction_session_timeout: options.idleInTransactionTimeoutMs ?? 30_000,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    // What is asked together is sent together, without waiting for the answers in between.
    pipeline: true,
    idleTimeoutMillis: 60_000,
    types: { getTypeParser },
  });
  // A connection that breaks leaves the pool by itself, and whoever uses it hears of it from the next statement. Without
  // listeners, for those that are idle and those that are not, it would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

function getTypeParser(type: number, format?: "text" | "binary"): (text: string) => unknown {
  return type === pg.types.builtins.INT8 ? safeInteger : pg.types.getTypeParser(type, format);
}

function safeInteger(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError(`The database holds ${text}, which is beyond what a number can hold.`);
}

async function checkVersion(database: Kysely<StoreSchema>): Promise<void> {
  const { rows } = await sql<{ number: number; text: string }>`
    select current_setting('server_version_num')::int as number,
      current_setting('server_version') as text`.execute(database);
  const [version] = rows;
  if (version === undefined || version.number >= OLDEST_VERSION) return;
  throw new ServerError("STORE_UNAVAILABLE", {
    cy: `PostgreSQL ${version.text} yw'r gronfa ddata. Mae angen fersiwn 15 neu ddiweddarach ar Neuadd.`,
    en: `The database is PostgreSQL ${version.text}. Neuadd needs version 15 or later.`,
  });
}
