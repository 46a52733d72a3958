import { setTimeout as delay } from "node:timers/promises";
import type Database from "better-sqlite3";
import type { CompiledQuery, DatabaseConnection, QueryResult } from "kysely";
import { ServerError } from "../server-error.ts";
import { flushesCommits } from "./commit-flush.ts";

/** How long a statement waits for the write lock of another process before the store counts as unavailable. */
const LOCK_PATIENCE_MILLISECONDS = 10_000;
const LOCK_RETRY_MILLISECONDS = 5;
/** Texts differ by the number of rows and of listed values: enough for all that recur. */
const CACHED_STATEMENTS_MAX = 256;

/** One connection to a SQLite file, opened to flush its commits, which keeps the statements it has prepared. */
export class SqliteConnection implements DatabaseConnection {
  readonly #database: Database.Database;
  #flushesCommits = true;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /**
   * Runs one statement. While another process holds the write lock it tries again, and leaves the event loop to
   * others meanwhile. Throws STORE_UNAVAILABLE when the lock has not come free in ten seconds.
   */
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    for (let waited = 0; ; waited += LOCK_RETRY_MILLISECONDS) {
      try {
        return this.#execute<Row>(query);
      } catch (error) {
        if (!isLocked(error)) throw error;
        if (waited >= LOCK_PATIENCE_MILLISECONDS) {
          const seconds = LOCK_PATIENCE_MILLISECONDS / 1000;
          throw new ServerError(
            "STORE_UNAVAILABLE",
            {
              cy: `Mae proses arall wedi dal y gronfa ddata ers ${seconds} eiliad. Rhowch gynnig arall arni'n nes ymlaen.`,
              en: `Another process has held the database for ${seconds} seconds. Try again later.`,
            },
            { cause: error },
          );
        }
      }
      await delay(LOCK_RETRY_MILLISECONDS);
    }
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    // Not a kept statement: one that is being read from can't be run a second time.
    const statement = this.#database.prepare<unknown[], Row>(query.sql);
    for (const row of statement.iterate(...query.parameters)) yield { rows: [row] };
  }

  #execute<Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> {
    const statement = this.#prepare(sql);
    if (!statement.readonly && !this.#database.inTransaction) this.#setFlush(flushesCommits());
    if (statement.reader) return { rows: statement.all(...parameters) as Row[] };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    // Columns that a kept statement knows may have changed.
    if (/^\s*(?:create|alter|drop)\b/i.test(sql)) this.#statements.clear();
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  /** Only where it changes: asking SQLite costs as much as a small statement. */
  #setFlush(isWanted: boolean): void {
    if (isWanted === this.#flushesCommits) return;
    this.#database.exec(`pragma synchronous = ${isWanted ? "full" : "normal"}`);
    this.#flushesCommits = isWanted;
  }

  #prepare(sql: string): Database.Statement {
    // Some of these do their work when they are prepared, and would do it once only.
    if (/^\s*pragma\b/i.test(sql)) return this.#database.prepare(sql);
    const kept = this.#statements.get(sql);
    if (kept !== undefined) return kept;
    const statement = this.#database.prepare(sql);
    if (this.#statements.size >= CACHED_STATEMENTS_MAX) {
      const [oldest] = this.#statements.keys();
      if (oldest !== undefined) this.#statements.delete(oldest);
    }
    this.#statements.set(sql, statement);
    return statement;
  }
}

function isLocked(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "SQLITE_BUSY" || error.code === "SQLITE_BUSY_RECOVERY")
  );
}
