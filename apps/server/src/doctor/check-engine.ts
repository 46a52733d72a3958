import { sql, type Kysely } from "kysely";
import type { StoreSchema } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import { gathered, type Finding, type Sighting } from "./finding.ts";

/** Whether the database is whole, and refuses and keeps what it should by itself. */
export async function checkEngine({ engine, database }: Store): Promise<Finding[]> {
  return gathered(engine === "sqlite" ? await ofSqlite(database) : await ofPostgres(database));
}

async function ofSqlite(database: Kysely<StoreSchema>): Promise<Sighting[]> {
  const { rows: integrity } = await sql<{ integrity_check: string }>`
    pragma integrity_check(20)`.execute(database);
  const { rows: foreignKeys } = await sql<{ table: string; parent: string }>`
    pragma foreign_key_check`.execute(database);
  const { rows: triggers } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'trigger' and tbl_name = 'claims'`.execute(
    database,
  );
  const found = new Set(triggers.map(({ name }) => name));
  return [
    ...integrity
      .filter(({ integrity_check: text }) => text !== "ok")
      .map(({ integrity_check: place }): Sighting => ({ code: "STORE_DAMAGED", place })),
    ...foreignKeys.map(({ table, parent }): Sighting => ({
      code: "STORE_DAMAGED",
      place: `${table} → ${parent}`,
    })),
    ...SQLITE_GUARDS.filter((name) => !found.has(name)).map((place): Sighting => ({
      code: "GUARD_MISSING",
      place,
    })),
  ];
}

const SQLITE_GUARDS = ["claims_never_overlap_on_insert", "claims_never_overlap_on_update"];

async function ofPostgres(database: Kysely<StoreSchema>): Promise<Sighting[]> {
  const { rows: guards } = await sql`
    select 1 from pg_constraint
    where conrelid = 'claims'::regclass and contype = 'x' and convalidated`.execute(database);
  const { rows: settings } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings
    where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
    order by name`.execute(database);
  return [
    ...(guards.length === 0
      ? [{ code: "GUARD_MISSING", place: "claims_never_overlap" } as const]
      : []),
    ...settings.map(({ name }): Sighting => ({ code: "DURABILITY_OFF", place: name })),
  ];
}
