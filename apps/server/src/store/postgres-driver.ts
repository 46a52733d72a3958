import type { DatabaseConnection, Driver, TransactionSettings } from "kysely";
import type { Pool, PoolClient } from "pg";
import { PostgresConnection } from "./postgres-connection.ts";
import { withSentence } from "./postgres-fault.ts";
import { statementNames } from "./statement-names.ts";

/** Drives a pool of connections to PostgreSQL, which is opened with the first statement. */
export class PostgresDriver implements Driver {
  readonly #open: () => Pool;
  readonly #connections = new WeakMap<DatabaseConnection, PostgresConnection>();
  readonly #names = statementNames();
  #pool: Pool | undefined;

  constructor(open: () => Pool) {
    this.#open = open;
  }

  async init(): Promise<void> {
    this.#pool = this.#open();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection = new PostgresConnection(await this.#connect(), this.#names, () =>
      this.#connect(),
    );
    this.#connections.set(connection, connection);
    return connection;
  }

  async beginTransaction(
    connection: DatabaseConnection,
    { isolationLevel, accessMode }: TransactionSettings,
  ): Promise<void> {
    // Said each time, since a database may have another default: writers of a school wait for its row, and must then
    // see what was written while they waited.
    const isolation = isolationLevel ?? "read committed";
    const begin = `start transaction isolation level ${isolation} ${accessMode ?? "read write"}`;
    await this.#own(connection).begin(begin);
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#own(connection).commit();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#own(connection).rollback();
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#own(connection).release();
  }

  async destroy(): Promise<void> {
    const pool = this.#pool;
    this.#pool = undefined;
    await pool?.end();
  }

  async #connect(): Promise<PoolClient> {
    if (this.#pool === undefined) throw new Error("The store has been closed.");
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw withSentence(error);
    }
  }

  #own(connection: DatabaseConnection): PostgresConnection {
    const own = this.#connections.get(connection);
    if (own === undefined) throw new Error("This connection is of another driver.");
    return own;
  }
}
