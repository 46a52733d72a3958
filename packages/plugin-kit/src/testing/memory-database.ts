import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { Kysely, SqliteDialect } from "kysely";
import { tablePrefix } from "../host/table-prefix.ts";
import { rowsAsText, type TestStore } from "./test-store.ts";

/** A SQLite database in memory, by Node's own SQLite: a third party installs nothing for it. */
export function openMemoryDatabase(): TestStore {
  const sqlite = new DatabaseSync(":memory:");
  sqlite.exec("PRAGMA foreign_keys = ON");
  const database = new Kysely<object>({ dialect: new SqliteDialect({ database: driver(sqlite) }) });
  const names = async () =>
    sqlite
      .prepare("SELECT name FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
      .all()
      .map(({ name }) => String(name));
  return {
    database,
    names,
    async dump(plugin) {
      const tables = sqlite
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        .all()
        .map(({ name }) => String(name))
        .filter((name) => name.startsWith(tablePrefix(plugin)));
      return tables
        .map((table) => rowsAsText(table, sqlite.prepare(`SELECT * FROM "${table}"`).all()))
        .join("\n\n");
    },
    close: () => database.destroy(),
  };
}

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
