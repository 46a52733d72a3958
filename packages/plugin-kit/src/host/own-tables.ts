import {
  type CompiledQuery,
  type ControlledTransaction,
  type DatabaseConnection,
  type Dialect,
  type DialectAdapter,
  type Driver,
  Kysely,
  type OperationNode,
  type QueryResult,
} from "kysely";
import type { FenceFault } from "./fence-fault.ts";
import { refuseForeignTables, refuseWrites } from "./table-fence.ts";

/** Runs `work` once, `delayMs` from now. Calling the answer before then cancels it. */
export type Timer = (delayMs: number, work: () => void) => () => void;

export interface OwnTablesOptions {
  readonly schedule: Timer;
  /** Makes the errors for what is refused. */
  readonly fault: FenceFault;
  /** A transaction of a plugin is rolled back after this time, since bookings may have to wait for it. */
  readonly transactionLimitMs: number;
  /** Refuses whatever would change something. */
  readonly isReadOnly?: true;
  /** Looks at each statement besides, and throws at what the host does not take. */
  readonly refuse?: (statement: OperationNode) => void;
}

/**
 * A query builder on the store that refuses every table but the plugin's own (see refuseForeignTables).
 * It is a dialect of its own, whose driver checks each statement on its way into the store: no method
 * of Kysely's, such as `withoutPlugins` or a query compiled elsewhere, goes round it.
 *
 * `destroy` leaves the store open; `introspection` is refused. Inside a transaction of the store it
 * works in that transaction and can't begin another.
 */
export function ownTables<Tables extends object, StoreTables>(
  database: Kysely<StoreTables>,
  plugin: string,
  options: OwnTablesOptions,
): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: ownTablesDialect(database, plugin, options) });
}

function ownTablesDialect<StoreTables>(
  database: Kysely<StoreTables>,
  plugin: string,
  options: OwnTablesOptions,
): Dialect {
  const executor = database.getExecutor();
  const built: BuiltHere = new WeakSet();
  return {
    createDriver: () => new OwnTablesDriver(database, plugin, { ...options, built }),
    createQueryCompiler: () => ({
      compileQuery(node, queryId) {
        const query = executor.compileQuery(node, queryId);
        built.add(query);
        return query;
      },
    }),
    createAdapter: () => adapterOf(executor.adapter, plugin, options),
    createIntrospector() {
      throw refused(plugin, "introspection", options);
    },
  };
}

/** The statements whose SQL is known to be that of their tree. */
type BuiltHere = WeakSet<CompiledQuery>;

interface DriverOptions extends OwnTablesOptions {
  readonly built: BuiltHere;
}

/**
 * What the engine can do. It always says that it has many connections: the store keeps its own queue,
 * and a second one here would leave a plugin waiting for itself for ever.
 */
function adapterOf(
  adapter: DialectAdapter,
  plugin: string,
  options: OwnTablesOptions,
): DialectAdapter {
  return {
    supportsCreateIfNotExists: adapter.supportsCreateIfNotExists ?? true,
    supportsMultipleConnections: true,
    supportsTransactionalDdl: adapter.supportsTransactionalDdl ?? false,
    supportsReturning: adapter.supportsReturning ?? false,
    supportsOutput: adapter.supportsOutput ?? false,
    async acquireMigrationLock() {
      throw refused(plugin, "Migrator", options);
    },
    async releaseMigrationLock() {
      throw refused(plugin, "Migrator", options);
    },
  };
}

/** Texts that the fence has let through, with the plugin and whether it may only read. */
const passed = new Set<string>();
/** Texts differ by the number of rows and of listed values. */
const PASSED_MAX = 1_000;

class OwnTablesDriver<StoreTables> implements Driver {
  readonly #database: Kysely<StoreTables>;
  readonly #plugin: string;
  readonly #options: DriverOptions;
  readonly #connections = new WeakMap<DatabaseConnection, OwnTablesConnection<StoreTables>>();

  constructor(database: Kysely<StoreTables>, plugin: string, options: DriverOptions) {
    this.#database = database;
    this.#plugin = plugin;
    this.#options = options;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection = new OwnTablesConnection(this.#database, this.#plugin, this.#options);
    this.#connections.set(connection, connection);
    return connection;
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#connections.get(connection)?.begin();
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#connections.get(connection)?.end("commit");
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#connections.get(connection)?.end("rollback");
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {}
}

class OwnTablesConnection<StoreTables> implements DatabaseConnection {
  readonly #database: Kysely<StoreTables>;
  readonly #plugin: string;
  readonly #options: DriverOptions;
  #transaction: ControlledTransaction<StoreTables> | undefined;
  #cancelLimit: (() => void) | undefined;
  #tookTooLong = false;

  constructor(database: Kysely<StoreTables>, plugin: string, options: DriverOptions) {
    this.#database = database;
    this.#plugin = plugin;
    this.#options = options;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const executor = this.#executor();
    return executor.executeQuery<Row>(this.#checked<Row>(query));
  }

  async *streamQuery<Row>(
    query: CompiledQuery,
    chunkSize: number,
  ): AsyncIterableIterator<QueryResult<Row>> {
    yield* this.#executor().stream<Row>(this.#checked<Row>(query), chunkSize);
  }

  async begin(): Promise<void> {
    if (this.#database.isTransaction || this.#options.isReadOnly) {
      throw refused(this.#plugin, "transaction()", this.#options);
    }
    const transaction = await this.#database.startTransaction().execute();
    this.#transaction = transaction;
    this.#cancelLimit = this.#options.schedule(this.#options.transactionLimitMs, () => {
      this.#tookTooLong = true;
      // It may have ended in this very moment, which is as good.
      transaction
        .rollback()
        .execute()
        .catch(() => undefined);
    });
  }

  async end(how: "commit" | "rollback"): Promise<void> {
    const transaction = this.#transaction;
    this.#cancelLimit?.();
    this.#transaction = undefined;
    if (this.#tookTooLong) {
      if (how === "commit") throw tooLong(this.#plugin, this.#options);
      return;
    }
    await transaction?.[how]().execute();
  }

  #executor() {
    if (this.#tookTooLong) throw tooLong(this.#plugin, this.#options);
    return (this.#transaction ?? this.#database).getExecutor();
  }

  /** If it was built elsewhere, its SQL may be of another tree than the one that is checked: it is built anew. */
  #checked<Row>(statement: CompiledQuery): CompiledQuery<Row> {
    const { built, refuse } = this.#options;
    const query = built.has(statement)
      ? statement
      : this.#database.getExecutor().compileQuery(statement.query, statement.queryId);
    this.#passFence(query);
    refuse?.(query.query);
    return query;
  }

  /** Once for each text: the same text names the same tables. */
  #passFence({ query, sql }: CompiledQuery): void {
    const { fault, isReadOnly = false } = this.#options;
    const key = `${this.#plugin} ${isReadOnly} ${sql}`;
    if (passed.has(key)) return;
    refuseForeignTables(query, this.#plugin, fault);
    if (isReadOnly) refuseWrites(query, this.#plugin, fault);
    if (passed.size >= PASSED_MAX) passed.clear();
    passed.add(key);
  }
}

function refused(plugin: string, method: string, { fault }: OwnTablesOptions): Error {
  return fault("TABLE_NOT_OWN", plugin, {
    en: `The plugin "${plugin}" may not use ${method} here. Use plain statements, in one transaction at most.`,
    cy: `Ni chaiff yr ategyn "${plugin}" ddefnyddio ${method} yma. Defnyddiwch ddatganiadau plaen, mewn un trafodiad ar y mwyaf.`,
  });
}

function tooLong(plugin: string, { transactionLimitMs: limitMs, fault }: OwnTablesOptions): Error {
  return fault("TRANSACTION_TOO_LONG", plugin, {
    en: `A transaction of the plugin "${plugin}" was rolled back after ${limitMs} ms. Do slow work, such as calls to other machines, before or after it.`,
    cy: `Cafodd trafodiad yr ategyn "${plugin}" ei ddadwneud ar ôl ${limitMs} ms. Gwnewch waith araf, megis galwadau i beiriannau eraill, cyn y trafodiad neu ar ei ôl.`,
  });
}
