import { type Kysely, sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { inTransaction } from "../../src/store/in-transaction.ts";
import { openPostgresStore } from "../../src/store/postgres.ts";
import type { StoreSchema } from "../../src/store/schema.ts";
import { withoutFlush } from "../../src/store/without-flush.ts";
import { takeSchema } from "./postgres-schema.ts";

/** A store with a table whose rows say how the transaction that wrote them was to be committed. */
async function openNotes() {
  const url = new URL((await takeSchema()).url);
  // The database of the tests has it off for all.
  const options = url.searchParams.get("options") ?? "";
  url.searchParams.set("options", `${options} -c synchronous_commit=on`);
  const store = openPostgresStore({ url: url.href, poolSize: 1 });
  onTestFinished(() => store.close());
  await sql`create table notes (said text primary key,
    how text not null default current_setting('synchronous_commit'))`.execute(store.database);
  return {
    store,
    say: (said: string, database = store.database) =>
      withNotes(database).insertInto("notes").values({ said }).executeTakeFirst(),
    said: async () => {
      const rows = await withNotes(store.database)
        .selectFrom("notes")
        .selectAll()
        .orderBy("said")
        .execute();
      return rows.map(({ said, how }) => `${said} ${how}`);
    },
  };
}

function withNotes(database: Kysely<StoreSchema>) {
  return database.withTables<{ notes: { said: string; how?: string } }>();
}

describe("withoutFlush on PostgreSQL", () => {
  it("has what it writes wait for no disk, and nothing else", async () => {
    const { store, say, said } = await openNotes();
    await say("a");
    await withoutFlush(store, async (database) => {
      const { numInsertedOrUpdatedRows } = await say("b", database);
      expect(numInsertedOrUpdatedRows).toBe(1n);
      await database.transaction().execute(async (transaction) => {
        await say("c", transaction);
        await say("d", transaction);
      });
    });
    await say("e");
    expect(await said()).toEqual(["a on", "b off", "c off", "d off", "e on"]);
  });

  it("answers rows that a statement gives back", async () => {
    const { store, say } = await openNotes();
    await say("a");
    const changed = await withoutFlush(store, (database) =>
      withNotes(database).updateTable("notes").set({ said: "b" }).returning("said").execute(),
    );
    expect(changed).toEqual([{ said: "b" }]);
  });

  it("writes nothing of a statement that fails, and leaves the connection as it was", async () => {
    const { store, say, said } = await openNotes();
    await withoutFlush(store, (database) => say("a", database));
    const twice = withoutFlush(store, (database) => say("a", database));
    await expect(twice).rejects.toThrow("duplicate key");
    await say("b");
    expect(await said()).toEqual(["a off", "b on"]);
  });

  it("does not hold for the ledger, whoever asks", async () => {
    const { store, say, said } = await openNotes();
    await withoutFlush(store, () =>
      inTransaction(store, {
        lock: async () => undefined,
        work: (database) => say("a", database),
        stands: async () => false,
      }),
    );
    expect(await said()).toEqual(["a on"]);
  });
});
