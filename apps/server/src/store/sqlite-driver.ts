import type Database from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type TransactionSettings,
} from "kysely";
import { SqliteConnection } from "./sqlite-connection.ts";

/**
 * Drives one SQLite file through one connection, which Kysely hands to one user at a time.
 *
 * A transaction begins with `BEGIN IMMEDIATE`, unless it is declared read only: one that read first and wanted to
 * write later would fail if another process had written in between.
 */
export class SqliteDriver implements Driver {
  readonly #open: () => Database.Database;
  #database: Database.Database | undefined;
  #connection: SqliteConnection | undefined;

  constructor(open: () => Database.Database) {
    this.#open = open;
  }

  async init(): Promise<void> {
    this.#database = this.#open();
    this.#connection = new SqliteConnection(this.#database);
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#connection === undefined) {
      throw new Error("The SQLite driver was asked for a connection before it was initialised.");
    }
    return this.#connection;
  }

  async beginTransaction(
    connection: DatabaseConnection,
    { accessMode }: TransactionSettings,
  ): Promise<void> {
    const begin = accessMode === "read only" ? "begin" : "begin immediate";
    try {
      await connection.executeQuery(CompiledQuery.raw(begin));
    } catch (error) {
      // Whoever uses the one connection next must not find itself in a transaction that nobody ends.
      await this.rollbackTransaction(connection);
      throw error;
    }
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("commit"));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // After some faults, such as a full disk, SQLite has rolled back by itself.
    if (this.#database?.inTransaction === true) {
      await connection.executeQuery(CompiledQuery.raw("rollback"));
    }
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    this.#database?.close();
  }
}
