import BetterSqlite3 from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FailingStore, failingStore, sqliteParts } from "../../test/fixtures/failing-store.ts";
import { leaveCursor, passEvent, readCursor, takeCursor } from "../plugins/listener-cursor.ts";
import { flushingCommits } from "./commit-flush.ts";
import { inTransaction } from "./in-transaction.ts";
import { withoutFlush } from "./without-flush.ts";

let store: FailingStore["store"];
const statements: string[] = [];

beforeEach(async () => {
  const verbose = (statement: unknown) => void statements.push(String(statement));
  ({ store } = failingStore(sqliteParts(() => new BetterSqlite3(":memory:", { verbose }))));
  await store.migrate();
  await addSchool("s");
  statements.length = 0;
});

afterEach(() => store.close());

function addSchool(school_id: string, database = store.database) {
  const school = { school_id, authority_id: "a", revision: 1, definition_revision: 1 };
  return database.insertInto("schools").values(school).execute();
}

/** Of each statement that writes, whether its commit waits for the disk; and what the changes between them cost. */
function written(): { readonly flushed: boolean[]; readonly changes: number } {
  const flushed: boolean[] = [];
  let isFlushed = true;
  let changes = 0;
  for (const statement of statements) {
    const level = /^pragma synchronous = (\w+)/i.exec(statement)?.[1];
    if (level !== undefined) {
      isFlushed = level === "full";
      changes += 1;
    } else if (/^(?:insert|update|delete)/.test(statement)) {
      flushed.push(isFlushed);
    }
  }
  return { flushed, changes };
}

describe("withoutFlush", () => {
  it("lets commits go unwaited for within it, and nowhere else", async () => {
    await addSchool("a");
    await withoutFlush(store, async (database) => {
      await addSchool("b", database);
      await database.transaction().execute((transaction) => addSchool("c", transaction));
    });
    await addSchool("d");
    expect(written()).toEqual({ flushed: [true, false, false, true], changes: 2 });
  });

  it("asks the engine only when a write needs the other way", async () => {
    for (const school of ["a", "b", "c"]) {
      await withoutFlush(store, (database) => addSchool(school, database));
      await store.database.selectFrom("schools").selectAll().execute();
    }
    expect(written()).toEqual({ flushed: [false, false, false], changes: 1 });
  });

  it("waits for commits again after a fault", async () => {
    const failing = withoutFlush(store, async (database) => {
      await addSchool("a", database);
      throw new Error("No more.");
    });
    await expect(failing).rejects.toThrow("No more.");
    await addSchool("b");
    expect(written().flushed).toEqual([false, true]);
  });

  it("leaves a transaction alone that runs at the same time", async () => {
    await Promise.all([
      store.database.transaction().execute(async (transaction) => {
        await addSchool("a", transaction);
        await addSchool("b", transaction);
      }),
      withoutFlush(store, (database) => addSchool("c", database)),
      addSchool("d"),
    ]);
    expect(written().flushed).toEqual([true, true, false, true]);
  });
});

describe("a transaction of the ledger", () => {
  it("waits for the disk whoever asks for it, a listener too", async () => {
    await flushingCommits(false, async () => {
      await addSchool("a");
      await inTransaction(store, {
        lock: async () => undefined,
        work: (database) => addSchool("b", database),
        stands: async () => false,
      });
      await addSchool("c");
    });
    expect(written().flushed).toEqual([false, true, false]);
  });
});

describe("how far a listener has read", () => {
  it("is noted without waiting for the disk, since it would only be told twice", async () => {
    await readCursor(store, "listener", "s");
    statements.length = 0;

    const lease = { holder: "here", now: 0, leaseMs: 1_000 };
    await takeCursor(store, "listener", "s", lease);
    const entry = { school: "s", revision: 1, ordinal: 0, actor: "system", at: 0, data: {} };
    const event = { ...entry, type: "booking.approved" } as const;
    expect(await passEvent(store, "listener", event, lease)).toBe(true);
    await leaveCursor(store, "listener", "s", lease);
    expect(written()).toEqual({ flushed: [false, false, false], changes: 1 });
    expect(await readCursor(store, "listener", "s")).toMatchObject({ revision: 1, ordinal: 0 });
  });
});
