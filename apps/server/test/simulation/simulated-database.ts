import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import pg from "pg";
import { PostgresDialect } from "../../src/store/postgres-dialect.ts";
import { postgresFault } from "../../src/store/postgres-fault.ts";
import { failingStore, sqliteParts, type FailingStore } from "../fixtures/failing-store.ts";

/** A database that outlives the stores that are opened on it, one at a time. */
export interface SimulatedDatabase {
  open(): FailingStore;
  /** Removes it, once every store is closed. */
  remove(): Promise<void>;
}

/** A SQLite file of its own. It is not synced to the disk: no process is killed here. */
export function sqliteDatabase(): SimulatedDatabase {
  const directory = mkdtempSync(join(tmpdir(), "neuadd-simulation-"));
  const file = join(directory, "neuadd.sqlite");
  return {
    open: () =>
      failingStore(
        sqliteParts(() => {
          const database = new BetterSqlite3(file);
          database.pragma("journal_mode = wal");
          database.pragma("synchronous = off");
          database.pragma("foreign_keys = on");
          return database;
        }),
      ),
    remove: async () => rmSync(directory, { recursive: true }),
  };
}

/** A PostgreSQL database of its own, made through one that `url` names, as a user who may make databases. */
export async function postgresDatabase(url: string): Promise<SimulatedDatabase> {
  // The tests' own prefix and the time: their set-up removes what a run that was killed has left.
  const name = `neuadd_test_${Date.now()}_${randomBytes(4).toString("hex")}`;
  const own = new URL(url);
  own.pathname = `/${name}`;
  await runOnce(url, `create database ${name}`);
  await runOnce(url, `alter database ${name} set synchronous_commit = off`);
  return {
    open: () =>
      failingStore({
        engine: "postgres",
        dialect: new PostgresDialect(() => openPool(own.href)),
        faultOf: postgresFault,
      }),
    remove: () => runOnce(url, `drop database ${name} with (force)`),
  };
}

async function runOnce(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 4, types: { getTypeParser } });
  // It is dropped with its database.
  pool.on("error", () => undefined);
  return pool;
}

function getTypeParser(type: number, format?: "text" | "binary"): (text: string) => unknown {
  return type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format);
}
