import { setTimeout as delay } from "node:timers/promises";
import type { CompiledQuery, DatabaseConnection, QueryResult } from "kysely";
import type { PoolClient, QueryResult as PostgresResult } from "pg";
import { flushesCommits } from "./commit-flush.ts";
import { postgresFault, withSentence } from "./postgres-fault.ts";
import type { StatementNames } from "./statement-names.ts";

/** Waits before a read is tried on another connection: a server that restarts is back within seconds. */
const READ_RETRY_DELAYS_MS = [0, 200, 800];

/** A connection of the pool, while one user has it. Plain reads survive its loss: they go on with another one. */
export class PostgresConnection implements DatabaseConnection {
  readonly #names: StatementNames;
  readonly #connect: () => Promise<PoolClient>;
  #client: PoolClient;
  #isInTransaction = false;
  #isBroken = false;

  constructor(client: PoolClient, names: StatementNames, connect: () => Promise<PoolClient>) {
    this.#client = client;
    this.#names = names;
    this.#connect = connect;
  }

  /** Throws STORE_UNAVAILABLE when the database is gone or too busy; other errors are those of `pg`. */
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const delays = this.#isInTransaction || !isPlainRead(query) ? [] : READ_RETRY_DELAYS_MS;
    for (const delayMs of delays) {
      try {
        return await this.#execute<Row>(query);
      } catch (error) {
        if (postgresFault(error) !== "lost") throw withSentence(error);
      }
      await delay(delayMs);
      await this.#replaceClient();
    }
    try {
      return await this.#execute<Row>(query);
    } catch (error) {
      throw withSentence(error);
    }
  }

  /** The server uses no streams; a whole answer is one chunk. */
  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query);
  }

  async begin(statement: string): Promise<void> {
    this.#isInTransaction = true;
    await this.#control(flushesCommits() ? statement : `${statement}; ${UNFLUSHED}`);
  }

  /** Throws when PostgreSQL has rolled back instead, as it does after a statement that failed. */
  async commit(): Promise<void> {
    const command = await this.#control("commit");
    this.#isInTransaction = false;
    if (command === "ROLLBACK") {
      throw new Error("The transaction was rolled back: one of its statements had failed.");
    }
  }

  /** Never throws: a connection that can't roll back is closed, and the server rolls back by itself. */
  async rollback(): Promise<void> {
    this.#isInTransaction = false;
    try {
      await this.#control("rollback");
    } catch {
      this.#isBroken = true;
    }
  }

  release(): void {
    this.#client.release(this.#isBroken || this.#isInTransaction);
  }

  async #control(statement: string): Promise<string> {
    try {
      return (await this.#client.query(statement)).command;
    } catch (error) {
      this.#isBroken ||= postgresFault(error) === "lost";
      throw withSentence(error);
    }
  }

  async #execute<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const isNote = !this.#isInTransaction && !flushesCommits() && ROW_WRITES.has(query.query.kind);
    try {
      const { command, rowCount, rows } = await (isNote
        ? this.#sendUnflushed<Row>(query)
        : this.#send<Row>(query));
      const isWrite = WRITES.has(command);
      return { rows, ...(isWrite && { numAffectedRows: BigInt(rowCount ?? 0) }) };
    } catch (error) {
      this.#isBroken ||= postgresFault(error) === "lost";
      throw error;
    }
  }

  #send<Row>({ sql, parameters }: CompiledQuery): Promise<PostgresResult<Row & object>> {
    const name = this.#names.nameOf(sql, parameters);
    const values = [...parameters];
    return this.#client.query<Row & object>({
      text: sql,
      values,
      ...(name !== undefined && { name }),
    });
  }

  /**
   * As a transaction of its own, of which PostgreSQL can be told not to wait for the disk. All of it is sent at once, so
   * that it takes one way there and back, as the statement alone would.
   */
  async #sendUnflushed<Row>(query: CompiledQuery): Promise<PostgresResult<Row & object>> {
    const { stream } = this.#client.connection;
    stream.cork();
    const sent = [
      this.#client.query(`begin; ${UNFLUSHED}`),
      this.#send<Row>(query),
      this.#client.query("commit"),
    ] as const;
    stream.uncork();
    const [begun, answered, ended] = await Promise.allSettled(sent);
    for (const settled of [begun, answered, ended]) {
      if (settled.status === "rejected")
        this.#isBroken ||= postgresFault(settled.reason) === "lost";
    }
    // After a statement that failed, PostgreSQL makes a rollback of the commit.
    if (answered.status === "rejected") throw answered.reason;
    if (ended.status === "rejected") throw ended.reason;
    return answered.value;
  }

  async #replaceClient(): Promise<void> {
    try {
      const client = await this.#connect();
      this.#client.release(true);
      this.#client = client;
      this.#isBroken = false;
    } catch {
      // The old one stays, and fails again: the caller hears of it when the tries are used up.
    }
  }
}

const WRITES: ReadonlySet<string> = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);
const ROW_WRITES: ReadonlySet<string> = new Set([
  "InsertQueryNode",
  "UpdateQueryNode",
  "DeleteQueryNode",
]);
const UNFLUSHED = "set local synchronous_commit = off";

/** Whether a statement changes and locks nothing, so that running it twice is as good as once. */
function isPlainRead({ sql }: CompiledQuery): boolean {
  return (
    /^\s*(?:select|with)\b/i.test(sql) &&
    !/\b(?:insert|update|delete|merge|into|for\s+share|for\s+key|pg_\w*lock\w*)\b/i.test(sql)
  );
}
