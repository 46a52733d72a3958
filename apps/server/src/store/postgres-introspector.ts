import {
  PostgresIntrospector,
  sql,
  type DatabaseMetadataOptions,
  type Kysely,
  type TableMetadata,
} from "kysely";

/**
 * Knows the tables of the schema in which tables are made. Kysely's own looks into every schema, and would take the
 * migrations of another Neuadd in the same database for those of this one.
 */
export class OwnSchemaIntrospector extends PostgresIntrospector {
  readonly #database: Kysely<unknown>;

  constructor(database: Kysely<unknown>) {
    super(database);
    this.#database = database;
  }

  /** Names and schemas only, without columns: that is all that migrations ask for. */
  override async getTables(options?: DatabaseMetadataOptions): Promise<TableMetadata[]> {
    const { rows } = await sql<{ name: string; schema: string }>`
      select c.relname as name, n.nspname as schema
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname = current_schema()
      order by c.relname`.execute(this.#database);
    const withKyselys = options?.withInternalKyselyTables ?? false;
    return rows
      .filter(({ name }) => withKyselys || !name.startsWith("kysely_"))
      .map(({ name, schema }) => ({ name, schema, isView: false, isForeign: false, columns: [] }));
  }
}
