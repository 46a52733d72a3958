import { sql, type Kysely, type RawBuilder } from "kysely";
import { inBatches } from "../store/in-batches.ts";
import type { StoreSchema } from "../store/schema.ts";
import type { Columns } from "../store/table-columns.ts";
import type { ArchiveLineOf } from "./archive-line-schema.ts";
import { SCHOOL_COLUMN } from "./plugin-holdings.ts";

/** A row of a plugin's table without its school, in values that are alike on both engines. */
export type PluginRow = ArchiveLineOf<"pluginRow">["row"];
type Value = PluginRow[string];

type Rows = Record<string, Record<string, unknown>>;

/** The rows that a plugin's table has of one school, in an order that follows from the rows alone. */
export async function readPluginRows(
  database: Kysely<StoreSchema>,
  school: string,
  table: string,
  columns: Columns,
): Promise<PluginRow[]> {
  const kept = [...columns].filter(([name]) => name !== SCHOOL_COLUMN);
  const rows = await database
    .withTables<Rows>()
    .selectFrom(table)
    .select(SCHOOL_COLUMN)
    .select(kept.map(([name, readAs]) => read(name, readAs).as(name)))
    .where(SCHOOL_COLUMN, "=", school)
    .execute();
  return rows
    .map((row) => Object.fromEntries(kept.map(([name]) => [name, archived(row[name])])))
    .map((row) => ({ row, text: JSON.stringify(row) }))
    .toSorted((one, other) => (one.text < other.text ? -1 : 1))
    .map(({ row }) => row);
}

/** Enters rows for a school. All must have the table's columns. */
export async function insertPluginRows(
  database: Kysely<StoreSchema>,
  school: string,
  table: string,
  rows: readonly PluginRow[],
): Promise<void> {
  for (const batch of inBatches(rows)) {
    const values = batch.map((row) => ({
      [SCHOOL_COLUMN]: school,
      ...Object.fromEntries(Object.entries(row).map(([name, value]) => [name, stored(value)])),
    }));
    await database.withTables<Rows>().insertInto(table).values(values).execute();
  }
}

export async function hasPluginRows(
  database: Kysely<StoreSchema>,
  school: string,
  table: string,
): Promise<boolean> {
  const row = await database
    .withTables<Rows>()
    .selectFrom(table)
    .select(SCHOOL_COLUMN)
    .where(SCHOOL_COLUMN, "=", school)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function deletePluginRows(
  database: Kysely<StoreSchema>,
  school: string,
  table: string,
): Promise<void> {
  await database.withTables<Rows>().deleteFrom(table).where(SCHOOL_COLUMN, "=", school).execute();
}

function read(name: string, readAs: "value" | "text"): RawBuilder<unknown> {
  const column = sql.ref(name);
  return readAs === "value" ? sql`${column}` : sql`cast(${column} as text)`;
}

function archived(value: unknown): Value {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString("base64") };
  throw new TypeError(`A plugin's row holds a ${typeof value}, which no archive can hold.`);
}

/** PostgreSQL takes 0 and 1 for truth values too, since it is sent values as text. */
function stored(value: Value): string | number | Buffer | null {
  return typeof value === "object" && value !== null ? Buffer.from(value.base64, "base64") : value;
}
