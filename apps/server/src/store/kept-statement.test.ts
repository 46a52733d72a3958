import { describe, expect, it } from "vitest";
import { openTestStore } from "../../test/fixtures/open-test-store.ts";
import { insertions } from "./insertions.ts";
import { runKept } from "./kept-statement.ts";
import { runTogether } from "./run-together.ts";
import type { SchoolRow } from "./schema.ts";
import type { Store } from "./store.ts";

function school(number: number): SchoolRow {
  return {
    school_id: `s-${String(number).padStart(4, "0")}`,
    authority_id: "a",
    revision: number,
    definition_revision: 1,
  };
}

async function insert({ database }: Store, rows: readonly SchoolRow[]): Promise<void> {
  const statements = insertions(database, "schools", rows, (batch) =>
    database.insertInto("schools").values(batch),
  );
  await runTogether(database, statements);
}

async function stored({ database }: Store): Promise<SchoolRow[]> {
  return database.selectFrom("schools").selectAll().orderBy("school_id").execute();
}

describe("insertions", () => {
  it.each([0, 1, 2, 499, 500, 501, 1_203])(
    "write %i rows, each with its own values",
    async (count) => {
      const store = await openTestStore();
      const rows = Array.from({ length: count }, (_, number) => school(number));
      await insert(store, rows);
      expect(await stored(store)).toEqual(rows);
    },
  );

  it("write the values of the second time, not of the first", async () => {
    const store = await openTestStore();
    await insert(store, [school(1), school(2)]);
    await insert(store, [school(3), school(4)]);
    expect((await stored(store)).map(({ revision }) => revision)).toEqual([1, 2, 3, 4]);
  });

  it("refuse rows whose properties come in another order than the columns", async () => {
    const store = await openTestStore();
    const { school_id, ...rest } = school(1);
    const turned = [school(2), { ...rest, school_id }];
    await expect(insert(store, turned)).rejects.toThrow("another order");
    expect(await stored(store)).toEqual([]);
  });
});

describe("runKept", () => {
  it("builds a statement once for each store, and answers with the values given", async () => {
    const stores = [await openTestStore(), await openTestStore()];
    let built = 0;
    for (const store of stores) {
      const { database } = store;
      await insert(store, [school(1), school(2)]);
      for (const number of [1, 2]) {
        const id = school(number).school_id;
        const { rows } = await runKept<{ revision: number }>(database, "revisionOf", [id], () => {
          built += 1;
          return database.selectFrom("schools").select("revision").where("school_id", "=", id);
        });
        expect(rows).toEqual([{ revision: number }]);
      }
    }
    expect(built).toBe(2);
  });

  it("works within a transaction, and is rolled back with it", async () => {
    const store = await openTestStore();
    const failing = store.database.transaction().execute(async (database) => {
      await insert({ ...store, database }, [school(1)]);
      throw new Error("No.");
    });
    await expect(failing).rejects.toThrow("No.");
    expect(await stored(store)).toEqual([]);
  });
});
