import { randomBytes } from "node:crypto";
import { Kysely, PostgresDialect, PostgresIntrospector, sql, type TableMetadata } from "kysely";
import pg from "pg";
import { tablePrefix } from "../host/table-prefix.ts";
import { rowsAsText, type TestStore } from "./test-store.ts";

/** A schema of its own in a PostgreSQL database, dropped with all its tables when it is closed. */
export async function openPostgresSchema(url: string): Promise<TestStore> {
  const schema = `plugin_test_${randomBytes(8).toString("hex")}`;
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    options: `-c search_path=${schema}`,
    types: { getTypeParser: parserOf },
  });
  // A database that is dropped with connections open ends no run: whoever uses one hears of it from the next statement.
  pool.on("error", () => undefined);
  await pool.query(`create schema ${schema}`);
  const database = new Kysely<object>({ dialect: new SchemaDialect({ pool }) });
  const tables = async () => {
    const { rows } = await pool.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = $1 order by 1",
      [schema],
    );
    return rows.map(({ name }) => name);
  };
  return {
    database,
    async names() {
      const { rows } = await pool.query<{ name: string }>(
        "select indexname as name from pg_indexes where schemaname = $1",
        [schema],
      );
      return [...(await tables()), ...rows.map(({ name }) => name)].toSorted();
    },
    async tablesOfSchools() {
      const { rows } = await pool.query<{ name: string }>(OF_SCHOOLS, [schema]);
      return rows.map(({ name }) => name);
    },
    async tablesNotLedBySchool() {
      const { rows } = await pool.query<{ name: string }>(NOT_LED_BY_SCHOOL, [schema]);
      return rows.map(({ name }) => name);
    },
    async dump(plugin) {
      const own = (await tables()).filter((name) => name.startsWith(tablePrefix(plugin)));
      const texts: string[] = [];
      for (const table of own) {
        const { rows } = await pool.query<object>(`select * from ${table}`);
        texts.push(rowsAsText(table, rows));
      }
      return texts.join("\n\n");
    },
    async close() {
      await pool.query(`drop schema ${schema} cascade`);
      await database.destroy();
    },
  };
}

const OF_SCHOOLS = `
  select t.relname as name
  from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attname = 'school'
  where t.relkind = 'r' and t.relnamespace = $1::regnamespace`;

const NOT_LED_BY_SCHOOL = `${OF_SCHOOLS}
    and exists (select from pg_index i where i.indrelid = t.oid and i.indisunique and i.indkey[0] <> a.attnum)
  order by t.relname`;

const INT8 = 20;

/** Times and counts are integers that a number holds, as a server reads them. */
function parserOf(id: number, format?: "text" | "binary"): (value: string) => unknown {
  if (id === INT8) return Number;
  return format === "binary" ? pg.types.getTypeParser(id, "binary") : pg.types.getTypeParser(id);
}

/** Sees no schema but its own: tables of another test are not this one's, and come and go while it looks. */
class SchemaDialect extends PostgresDialect {
  override createIntrospector(database: Kysely<unknown>): PostgresIntrospector {
    return new SchemaIntrospector(database);
  }
}

class SchemaIntrospector extends PostgresIntrospector {
  readonly #database: Kysely<unknown>;

  constructor(database: Kysely<unknown>) {
    super(database);
    this.#database = database;
  }

  /** Names without columns: that is all that migrations ask for. Kysely's own fails on a table that is dropped meanwhile. */
  override async getTables(): Promise<TableMetadata[]> {
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = current_schema()`.execute(
      this.#database,
    );
    return rows.map(({ name }) => ({ name, isView: false, isForeign: false, columns: [] }));
  }
}
