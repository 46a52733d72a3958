import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { Kysely, SqliteDialect } from "kysely";
import { tablePrefix } from "../host/table-prefix.ts";

/** A SQLite database in memory, by Node's own SQLite: a third party installs nothing for it. */
export interface MemoryDatabase {
  readonly database: Kysely<object>;
  /** Names of all tables and indexes that a statement made. */
  names(): readonly string[];
  /** All rows of a plugin's tables as text: equal texts, equal tables. */
  dump(plugin: string): string;
  close(): Promise<void>;
}

export function openMemoryDatabase(): MemoryDatabase {
  const sqlite = new DatabaseSync(":memory:");
  sqlite.exec("PRAGMA foreign_keys = ON");
  const database = new Kysely<object>({ dialect: new SqliteDialect({ database: driver(sqlite) }) });
  const names = () =>
    sqlite
      .prepare("SELECT name FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
      .all()
      .map(({ name }) => String(name));
  return {
    database,
    names,
    dump(plugin) {
      const tables = sqlite
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        .all()
        .map(({ name }) => String(name))
        .filter((name) => name.startsWith(tablePrefix(plugin)));
      return tables
        .map((table) => {
          const rows = sqlite.prepare(`SELECT * FROM "${table}"`).all();
          return [table, ...rows.map((row) => JSON.stringify(row, asText)).toSorted()].join("\n");
        })
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

function asText(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value;
}
