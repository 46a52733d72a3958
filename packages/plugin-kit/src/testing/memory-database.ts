import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { Kysely, SqliteDialect } from "kysely";
import { tablePrefix } from "../host/table-prefix.ts";
import { rowsAsText, type TestStore } from "./test-store.ts";

/** A SQLite database in memory, by Node's own SQLite: a third party installs nothing for it. */
export function openMemoryDatabase(): TestStore {
  const sqlite = new DatabaseSync(":memory:");
  sqlite.exec("PRAGMA foreign_keys = ON");
  const database = new Kysely<object>({ dialect: new SqliteDialect({ database: driver(sqlite) }) });
  const namesOf = (query: string) =>
    sqlite
      .prepare(query)
      .all()
      .map(({ name }) => String(name));
  return {
    database,
    names: async () =>
      namesOf("SELECT name FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"),
    tablesOfSchools: async () => namesOf(OF_SCHOOLS),
    tablesNotLedBySchool: async () => namesOf(NOT_LED_BY_SCHOOL),
    async dump(plugin) {
      return namesOf("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        .filter((name) => name.startsWith(tablePrefix(plugin)))
        .map((table) => rowsAsText(table, sqlite.prepare(`SELECT * FROM "${table}"`).all()))
        .join("\n\n");
    },
    close: () => database.destroy(),
  };
}

const OF_SCHOOLS = `
  SELECT m.name FROM sqlite_master m
  WHERE m.type = 'table'
    AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) c WHERE c.name = 'school')`;

const NOT_LED_BY_SCHOOL = `${OF_SCHOOLS}
    AND (EXISTS (SELECT 1 FROM pragma_table_info(m.name) c WHERE c.name <> 'school' AND c.pk = 1)
      OR EXISTS (SELECT 1 FROM pragma_index_list(m.name) i JOIN pragma_index_info(i.name) c
        WHERE i."unique" = 1 AND c.seqno = 0 AND c.name IS NOT 'school'))
  ORDER BY m.name`;

/** Node's SQLite as Kysely's dialect wants it. */
function driver(sqlite: DatabaseSync) {
  return {
    close: () => sqlite.close(),
    prepare(text: string) {
      const statement = sqlite.prepare(text);
      const given = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters: readonly unknown[]) => statement.all(...given(parameters)),
        run: (parameters: readonly unknown[]) => statement.run(...given(parameters)),
        iterate: (parameters: readonly unknown[]) => statement.iterate(...given(parameters)),
      };
    },
  };
}
