import { inject, onTestFinished } from "vitest";
import pg from "pg";
import { migrationProvider } from "../../src/store/migration-provider.ts";
import { openPostgresStore, type PostgresStoreOptions } from "../../src/store/postgres.ts";
import type { Store } from "../../src/store/store.ts";

/** A schema of the test database, for one test at a time. */
export interface PostgresSchema {
  readonly url: string;
  /** A store on it; several may be open, as several processes would have them. It is closed when the test ends. */
  open(options?: Omit<PostgresStoreOptions, "url">): Store;
  /** Closes its stores and leaves it to others before the test ends. */
  release(): Promise<void>;
}

/** Schemas that tests of this process have left, with the tables made and nothing in them. */
const free: string[] = [];
let made = 0;
let connection: Promise<pg.Client> | undefined;

/**
 * A schema that nobody else works in until the test has ended. The tables may be there already, empty; with `fresh`, the
 * schema has none.
 */
export async function takeSchema(
  options: { readonly isFresh?: boolean } = {},
): Promise<PostgresSchema> {
  const isFresh = options.isFresh ?? false;
  const name = (isFresh ? undefined : free.pop()) ?? (await makeSchema());
  const url = new URL(inject("postgresUrl"));
  url.searchParams.set("options", `-c search_path=${name},public`);
  const stores: Store[] = [];
  let releasing: Promise<void> | undefined;
  const release = (): Promise<void> => {
    releasing ??= (async () => {
      await Promise.all(stores.map((store) => store.close()));
      if (isFresh) return;
      await emptySchema(name);
      free.push(name);
    })();
    return releasing;
  };
  atEndOfTest(release);
  return {
    url: url.href,
    open(storeOptions = {}) {
      const store = openPostgresStore({ url: url.href, ...storeOptions });
      stores.push(store);
      return store;
    },
    release,
  };
}

/** What is set up for a whole file, outside any test, goes with the database. */
function atEndOfTest(work: () => Promise<void>): void {
  try {
    onTestFinished(work);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes("onTestFinished")) throw error;
  }
}

async function makeSchema(): Promise<string> {
  made += 1;
  const name = `test_${process.pid}_${made}`;
  await (await client()).query(`create schema ${name}`);
  return name;
}

/**
 * Empties the server's tables, and drops those of plugins; all of them, where a test has undone migrations. One round trip,
 * and faster than truncating small tables.
 */
async function emptySchema(name: string): Promise<void> {
  const migrations = Object.keys(await migrationProvider("postgres").getMigrations()).length;
  await (
    await client()
  ).query(`
    do $$
    declare found record;
    begin
      set constraints all deferred;
      for found in
        select tablename from pg_tables where schemaname = '${name}' and tablename not in (${OWN_TABLES.map((table) => `'${table}'`).join(", ")}, 'kysely_migration', 'kysely_migration_lock')
      loop
        execute format('drop table ${name}.%I cascade', found.tablename);
      end loop;
      if to_regclass('${name}.schools') is null then return; end if;
      if (select count(*) from ${name}.kysely_migration) <> ${migrations} then
        drop schema ${name} cascade;
        create schema ${name};
        return;
      end if;
      ${OWN_TABLES.map((table) => `delete from ${name}.${table};`).join("\n      ")}
    end $$`);
}

/** In an order in which foreign keys allow it. */
const OWN_TABLES = [
  "claims",
  "occurrences",
  "series",
  "blocks",
  "events",
  "listener_cursors",
  "dead_letters",
  "hirer_schools",
  "hirers",
  "school_definitions",
  "schools",
  "api_keys",
  "idempotency_keys",
  "job_runs",
  "desk_sessions",
];

function client(): Promise<pg.Client> {
  connection ??= (async () => {
    const opened = new pg.Client({ connectionString: inject("postgresUrl") });
    // It stays open until the run drops its database.
    opened.on("error", () => undefined);
    await opened.connect();
    return opened;
  })();
  return connection;
}
