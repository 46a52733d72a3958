import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { openSqliteStore } from "./sqlite.ts";
import { withoutFlush } from "./without-flush.ts";
import type { Store } from "./store.ts";

const NORMAL = 1;
const FULL = 2;

async function synchronous({ database }: Pick<Store, "database">): Promise<number | undefined> {
  const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(database);
  return rows[0]?.synchronous;
}

describe("withoutFlush", () => {
  it("lets commits go unwaited for within it, and nowhere else", async () => {
    const store = openSqliteStore({ file: ":memory:" });
    for (let time = 0; time < 3; time += 1) {
      expect(await synchronous(store)).toBe(FULL);
      expect(await withoutFlush(store, (database) => synchronous({ database }))).toBe(NORMAL);
    }
    expect(await synchronous(store)).toBe(FULL);
    await store.close();
  });

  it("waits for commits again after a fault", async () => {
    const store = openSqliteStore({ file: ":memory:" });
    const failing = withoutFlush(store, async () => {
      throw new Error("No table.");
    });
    await expect(failing).rejects.toThrow("No table.");
    expect(await synchronous(store)).toBe(FULL);
    await store.close();
  });

  it("keeps a transaction from coming in between", async () => {
    const store = openSqliteStore({ file: ":memory:" });
    const seen: (number | undefined)[] = [];
    await Promise.all([
      withoutFlush(store, async (database) => {
        await Promise.resolve();
        seen.push(await synchronous({ database }));
      }),
      store.database.transaction().execute(async (database) => {
        seen.push(await synchronous({ database }));
      }),
    ]);
    expect(seen).toEqual([NORMAL, FULL]);
    await store.close();
  });
});
