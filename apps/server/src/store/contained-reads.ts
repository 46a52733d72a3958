import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
} from "kysely";
import type { StoreSchema } from "./schema.ts";

/**
 * Lets `read` ask the transaction `database` whatever it likes, without harm to it: PostgreSQL gives a transaction up
 * after one statement that fails, SQLite does not. A failing statement rejects for `read` alone; the next ones of `read`
 * and of the transaction go on, on both engines. What `read` still asks after it has ended is refused.
 *
 * Only for reading: whatever was written would be undone by the next statement that fails. Outside a transaction there
 * is nothing to harm, and `read` gets `database` itself.
 *
 * Rejects as `read` does, or when the connection has broken.
 */
export async function containedReads<Result>(
  database: Kysely<StoreSchema>,
  read: (database: Kysely<StoreSchema>) => Promise<Result>,
): Promise<Result> {
  if (!database.isTransaction) return read(database);
  const executor = database.getExecutor();
  const driver = new ContainedDriver(database);
  const contained = new Kysely<StoreSchema>({
    dialect: {
      createDriver: () => driver,
      createQueryCompiler: () => ({
        compileQuery: (node, queryId) => executor.compileQuery(node, queryId),
      }),
      createAdapter: () => executor.adapter,
      createIntrospector: () => refuse("introspection"),
    },
  });
  try {
    return await read(contained);
  } finally {
    await driver.end();
  }
}

const SAVEPOINT = "contained_reads";

/** Its connections are the transaction's one, which takes one statement at a time. */
class ContainedDriver implements Driver, DatabaseConnection {
  readonly #database: Kysely<StoreSchema>;
  /** Set with the first statement: most that may read do not. */
  #hasSavepoint = false;
  #hasEnded = false;

  constructor(database: Kysely<StoreSchema>) {
    this.#database = database;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    this.#checkGoesOn();
    return this.#database.getExecutor().provideConnection(async (connection) => {
      // It may have ended while this one waited for its turn.
      this.#checkGoesOn();
      // Sent together with the first read: without the one, the other fails as well.
      const saved = this.#hasSavepoint ? undefined : run(connection, "savepoint");
      this.#hasSavepoint = true;
      try {
        const [result] = await Promise.all([connection.executeQuery<Row>(query), saved]);
        return result;
      } catch (error) {
        await run(connection, "rollback to savepoint");
        throw error;
      }
    });
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query);
  }

  #checkGoesOn(): void {
    if (this.#hasEnded) refuse("a read after the end");
  }

  /** Waits for a statement under way. */
  async end(): Promise<void> {
    this.#hasEnded = true;
    await this.#database.getExecutor().provideConnection(async (connection) => {
      // Not waited for: it fails only with the connection, and so does whatever comes next.
      if (this.#hasSavepoint) run(connection, "release savepoint").catch(() => undefined);
    });
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this;
  }

  async beginTransaction(): Promise<void> {
    refuse("a transaction");
  }

  async commitTransaction(): Promise<void> {
    refuse("a transaction");
  }

  async rollbackTransaction(): Promise<void> {
    refuse("a transaction");
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {}
}

async function run(
  connection: DatabaseConnection,
  statement: "savepoint" | "rollback to savepoint" | "release savepoint",
): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(`${statement} ${SAVEPOINT}`));
}

function refuse(what: string): never {
  throw new Error(`A contained read of the store can't have ${what}.`);
}
