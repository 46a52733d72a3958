import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importArchive } from "../../src/archive/import-archive.ts";
import { parseArchive } from "../../src/archive/parse-archive.ts";
import { pluginHoldings, SCHOOL_COLUMN } from "../../src/archive/plugin-holdings.ts";
import { writeArchive } from "../../src/archive/write-archive.ts";
import { defaultPlugins } from "../../src/default-configuration.ts";
import { migratePlugins } from "../../src/plugins/migrate-plugins.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { checkLedger } from "../fixtures/check-ledger.ts";
import { livedInSchool } from "../fixtures/lived-in-school.ts";
import { makeServices } from "../fixtures/make-services.ts";
import { openTestStore } from "../fixtures/open-test-store.ts";
import { SCHOOL } from "../fixtures/school-definition.ts";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "neuadd-move-"));
});

afterEach(() => rmSync(directory, { recursive: true }));

async function exported(store: Store, name: string): Promise<string> {
  const path = join(directory, name);
  await writeArchive(store, SCHOOL, path);
  return readFileSync(path, "utf8");
}

/** A row of `SCHOOL`, and one of another, in every table of every plugin. Answers how many `SCHOOL` has. */
async function fillPluginTables(store: Store): Promise<number> {
  let rows = 0;
  for (const { tables } of await pluginHoldings(store.database, store.engine)) {
    for (const [table, columns] of tables) {
      const names = [...columns.keys()].filter((name) => name !== SCHOOL_COLUMN);
      for (const school of [SCHOOL, "another"]) {
        const row = Object.fromEntries([
          [SCHOOL_COLUMN, school],
          // What a column of letters takes as well as one of whole numbers.
          ...names.map((name, place) => [name, `7${place}`]),
        ]);
        const database = store.database.withTables<Record<string, Record<string, string>>>();
        await database.insertInto(table).values(row).execute();
        rows += 1;
      }
    }
  }
  return rows / 2;
}

describe("a school that moves from SQLite to PostgreSQL, and back", () => {
  it("loses nothing on the way, of what plugins keep neither", async () => {
    const { services } = await livedInSchool({ store: openSqliteStore({ file: ":memory:" }) });
    await migratePlugins(defaultPlugins(), services);
    const rows = await fillPluginTables(services.store);
    expect(rows).toBeGreaterThan(0);
    const text = await exported(services.store, "1.jsonl");
    expect(parseArchive(text).of("pluginRow")).toHaveLength(rows);
    expect(parseArchive(text).of("plugin")).toHaveLength(defaultPlugins().length);

    const postgres = await makeServices({ store: await openTestStore(), schools: [] });
    expect(postgres.store.engine).toBe("postgres");
    await migratePlugins(defaultPlugins(), postgres);
    await importArchive(postgres, parseArchive(text));
    expect(await checkLedger(postgres.store)).toEqual([]);
    const back = await exported(postgres.store, "2.jsonl");
    expect(back).toBe(text);

    const sqlite = await makeServices({
      store: openSqliteStore({ file: ":memory:" }),
      schools: [],
    });
    await migratePlugins(defaultPlugins(), sqlite);
    await importArchive(sqlite, parseArchive(back));
    expect(await checkLedger(sqlite.store)).toEqual([]);
    expect(await exported(sqlite.store, "3.jsonl")).toBe(text);
    await services.store.close();
    await sqlite.store.close();
  });
});
