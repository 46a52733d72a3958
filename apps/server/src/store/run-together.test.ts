import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { openTestStore } from "../../test/fixtures/open-test-store.ts";
import { runTogether } from "./run-together.ts";
import type { Store } from "./store.ts";

function insertSchool({ database }: Pick<Store, "database">, school: string) {
  const row = { school_id: school, authority_id: "a", revision: 1, definition_revision: 1 };
  return database.insertInto("schools").values(row).compile();
}

async function schools({ database }: Store): Promise<string[]> {
  const rows = await database
    .selectFrom("schools")
    .select("school_id")
    .orderBy("school_id")
    .execute();
  return rows.map(({ school_id }) => school_id);
}

describe("runTogether", () => {
  it("runs statements in their order", async () => {
    const store = await openTestStore();
    await store.database.transaction().execute(async (database) => {
      const rename = database
        .updateTable("schools")
        .set({ school_id: "b" })
        .where("school_id", "=", "a");
      await runTogether(database, [
        insertSchool({ database }, "a"),
        rename.compile(),
        insertSchool({ database }, "a"),
      ]);
    });
    expect(await schools(store)).toEqual(["a", "b"]);
    await store.close();
  });

  it("rejects as the first that fails, and leaves nothing", async () => {
    const store = await openTestStore();
    const failing = store.database.transaction().execute(async (database) => {
      const unknown = sql`select 1 from nowhere`.compile(database);
      const again = insertSchool({ database }, "a");
      await runTogether(database, [insertSchool({ database }, "a"), unknown, again]);
    });
    await expect(failing).rejects.toThrow("nowhere");
    expect(await schools(store)).toEqual([]);
    await store.close();
  });

  it("runs nothing when there is nothing", async () => {
    const store = await openTestStore();
    await expect(runTogether(store.database, [])).resolves.toBeUndefined();
    await store.close();
  });
});
