import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importArchive } from "../../src/archive/import-archive.ts";
import { parseArchive } from "../../src/archive/parse-archive.ts";
import { writeArchive } from "../../src/archive/write-archive.ts";
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

describe("a school that moves from SQLite to PostgreSQL, and back", () => {
  it("loses nothing on the way", async () => {
    const { services } = await livedInSchool({ store: openSqliteStore({ file: ":memory:" }) });
    const text = await exported(services.store, "1.jsonl");

    const postgres = await makeServices({ store: await openTestStore(), schools: [] });
    expect(postgres.store.engine).toBe("postgres");
    await importArchive(postgres, parseArchive(text));
    expect(await checkLedger(postgres.store)).toEqual([]);
    const back = await exported(postgres.store, "2.jsonl");
    expect(back).toBe(text);

    const sqlite = await makeServices({
      store: openSqliteStore({ file: ":memory:" }),
      schools: [],
    });
    await importArchive(sqlite, parseArchive(back));
    expect(await checkLedger(sqlite.store)).toEqual([]);
    expect(await exported(sqlite.store, "3.jsonl")).toBe(text);
    await services.store.close();
    await sqlite.store.close();
  });
});
