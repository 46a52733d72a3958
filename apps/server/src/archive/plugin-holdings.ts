import { tablePrefix } from "@neuadd/plugin-kit/host";
import type { Kysely } from "kysely";
import type { StoreSchema } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import { tableColumns, type Columns } from "../store/table-columns.ts";

/** What a plugin has in the store, whether or not it is configured now. */
export interface PluginHoldings {
  readonly plugin: string;
  /** Names of the migrations that have run, in their order: the version of its tables. */
  readonly migrations: readonly string[];
  /** Its tables with a column `school`, in order of name: what it keeps of each school. */
  readonly tables: ReadonlyMap<string, Columns>;
}

/** The column by which a plugin's table says whose a row is. */
export const SCHOOL_COLUMN = "school";
const NOTES_OF_MIGRATIONS = "plugin_migrations_";

/** The plugins whose migrations have run in a store, in order of id. */
export async function pluginHoldings(
  database: Kysely<StoreSchema>,
  engine: Store["engine"],
): Promise<PluginHoldings[]> {
  const tables = await tableColumns(database, engine);
  const notes = [...tables.keys()].filter((name) => name.startsWith(NOTES_OF_MIGRATIONS));
  const plugins = notes
    .map((name) => name.slice(NOTES_OF_MIGRATIONS.length).replaceAll("_", "-"))
    .toSorted();
  const holdings: PluginHoldings[] = [];
  for (const plugin of plugins) {
    const prefix = tablePrefix(plugin);
    const migrations = await database
      .withTables<Record<string, { name: string }>>()
      .selectFrom(`${NOTES_OF_MIGRATIONS}${prefix.slice(0, -1)}`)
      .select("name")
      .execute();
    const own = [...tables]
      .filter(([name, columns]) => ownerOf(name, plugins) === plugin && columns.has(SCHOOL_COLUMN))
      .toSorted(([one], [other]) => (one < other ? -1 : 1));
    holdings.push({
      plugin,
      migrations: migrations.map(({ name }) => name).toSorted(),
      tables: new Map(own),
    });
  }
  return holdings;
}

/** One that ran here before may have had an id with which that of another begins: the longer one owns the table. */
function ownerOf(table: string, plugins: readonly string[]): string | undefined {
  return plugins.findLast((plugin) => table.startsWith(tablePrefix(plugin)));
}
