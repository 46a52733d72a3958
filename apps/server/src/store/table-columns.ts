import { sql, type Kysely } from "kysely";
import type { StoreSchema } from "./schema.ts";
import type { Store } from "./store.ts";

/**
 * The columns of one table by name, in their order, with what each is read as, so that nothing is lost: a `value` of
 * JavaScript, or `text`, which PostgreSQL takes back as whatever type it has there.
 */
export type Columns = ReadonlyMap<string, "value" | "text">;

/** Types whose values of JavaScript hold all that PostgreSQL does. In SQLite those of any column do. */
const VALUE_TYPES = [
  "text",
  "character varying",
  "bytea",
  "boolean",
  "smallint",
  "integer",
  "bigint",
  "real",
  "double precision",
];

/** Every table that the store has, by name, with its columns: the server's, its plugins', and the notes of migrations. */
export async function tableColumns(
  database: Kysely<StoreSchema>,
  engine: Store["engine"],
): Promise<ReadonlyMap<string, Columns>> {
  const query =
    engine === "sqlite"
      ? sql<ColumnRow>`
        select m.name as "table", c.name as "column", 'value' as "readAs"
        from sqlite_master m, pragma_table_info(m.name) c
        where m.type = 'table' order by m.name, c.cid`
      : sql<ColumnRow>`
        select c.relname as "table", a.attname as "column",
          case when format_type(a.atttypid, null) = any(${VALUE_TYPES}) then 'value' else 'text' end as "readAs"
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind in ('r', 'p') and n.nspname = current_schema()
        order by c.relname, a.attnum`;
  const { rows } = await query.execute(database);
  const tables = new Map<string, Map<string, "value" | "text">>();
  for (const { table, column, readAs } of rows) {
    const columns = tables.get(table) ?? new Map<string, "value" | "text">();
    tables.set(table, columns.set(column, readAs));
  }
  return tables;
}

interface ColumnRow {
  readonly table: string;
  readonly column: string;
  readonly readAs: "value" | "text";
}
