import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import pg from "pg";

export type Engine = "sqlite" | "postgres";

/** Where a store is, as the server's configuration says it. */
export type StorePlace = { readonly sqlite: string } | { readonly postgres: string };

/** Empty databases of one engine, for as long as the measurements last. */
export interface Stores {
  readonly engine: Engine;
  make(name: string): Promise<StorePlace>;
  /** A copy of one that nobody writes to. */
  copy(place: StorePlace, name: string): Promise<StorePlace>;
  /** What the database does by itself sooner or later with rows that came all at once: gathers what its plans need. */
  settle(place: StorePlace): Promise<void>;
  /** Name and version of the database. */
  version(): Promise<string>;
  remove(): Promise<void>;
}

export function sqliteStores(): Stores {
  const directory = mkdtempSync(join(tmpdir(), "neuadd-bench-"));
  const place = (name: string) => ({ sqlite: join(directory, `${name}.sqlite`) });
  return {
    engine: "sqlite",
    make: async (name) => place(name),
    async copy(source, name) {
      const copied = place(name);
      if (!("sqlite" in source)) return copied;
      const database = new BetterSqlite3(source.sqlite, { readonly: true });
      await database.backup(copied.sqlite);
      database.close();
      return copied;
    },
    settle: async () => undefined,
    async version() {
      const database = new BetterSqlite3(":memory:");
      const version = database.prepare("select sqlite_version()").pluck().get() as string;
      database.close();
      return `SQLite ${version}`;
    },
    remove: async () => rmSync(directory, { recursive: true }),
  };
}

/** Undefined where no PostgreSQL answers. */
export async function postgresStores(): Promise<Stores | undefined> {
  const url = process.env["NEUADD_BENCH_POSTGRES"] ?? "postgres://postgres@127.0.0.1:5432/postgres";
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
  } catch {
    return undefined;
  }
  const made: string[] = [];
  const make = async (name: string, template?: string): Promise<StorePlace> => {
    const database = `neuadd_bench_${process.pid}_${name}`;
    const from = template === undefined ? "" : ` template ${template}`;
    await client.query(`create database ${database}${from}`);
    made.push(database);
    const address = new URL(url);
    address.pathname = `/${database}`;
    return { postgres: address.href };
  };
  return {
    engine: "postgres",
    make: (name) => make(name),
    copy: (source, name) =>
      make(name, "postgres" in source ? new URL(source.postgres).pathname.slice(1) : undefined),
    async settle(place) {
      if (!("postgres" in place)) return;
      const filled = new pg.Client({ connectionString: place.postgres });
      await filled.connect();
      await filled.query("vacuum analyze");
      await filled.end();
    },
    async version() {
      const { rows } = await client.query<{ server_version: string }>("show server_version");
      return `PostgreSQL ${rows[0]?.server_version}`;
    },
    async remove() {
      for (const database of made) await client.query(`drop database ${database} with (force)`);
      await client.end();
    },
  };
}
