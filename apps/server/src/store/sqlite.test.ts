import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeHirer } from "../../test/fixtures/make-hirer.ts";
import { makeServices } from "../../test/fixtures/make-services.ts";
import { SCHOOL } from "../../test/fixtures/school-definition.ts";
import { tuesdays } from "../../test/fixtures/tuesdays.ts";
import { readBooking } from "../ledger/read-booking.ts";
import { requestBooking } from "../ledger/request-booking.ts";
import { schoolRevision } from "../ledger/school-model.ts";
import { openSqliteStore } from "./sqlite.ts";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "neuadd-store-"));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

describe("openSqliteStore", () => {
  it("makes the file and its directories, for their owner alone", async () => {
    const file = join(directory, "deep", "er", "neuadd.sqlite");
    const store = openSqliteStore({ file });
    await store.migrate();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(`${file}-wal`).mode & 0o777).toBe(0o600);
    expect(statSync(join(directory, "deep")).mode & 0o777).toBe(0o700);
    await store.close();
  });

  it("writes ahead, syncs each commit, and keeps foreign keys", async () => {
    const store = openSqliteStore({ file: join(directory, "neuadd.sqlite") });
    const pragma = async (name: string) =>
      Object.values(
        (await sql.raw<object>(`pragma ${name}`).execute(store.database)).rows[0] ?? {},
      );
    expect(await pragma("journal_mode")).toEqual(["wal"]);
    expect(await pragma("synchronous")).toEqual([2]);
    expect(await pragma("foreign_keys")).toEqual([1]);
    await store.close();
  });

  it("is ready once it is migrated, and no more once it is closed", async () => {
    const store = openSqliteStore({ file: ":memory:" });
    expect(await store.isReady()).toBe(false);
    expect(await store.migrate()).toEqual([
      "0001_hirer_tables",
      "0002_ledger_tables",
      "0003_claim_guard",
      "0004_listener_tables",
      "0005_key_tables",
      "0006_shared_work",
      "0007_dead_letter_retries",
      "0008_desk_sessions",
    ]);
    expect(await store.isReady()).toBe(true);
    expect(await store.migrate()).toEqual([]);
    await store.close();
    expect(await store.isReady()).toBe(false);
  });

  it("refuses a database that a later version has made", async () => {
    const store = openSqliteStore({ file: ":memory:" });
    await store.migrate();
    await sql`insert into kysely_migration values ('9999_later', '2030-01-01T00:00:00Z')`.execute(
      store.database,
    );
    await expect(store.migrate()).rejects.toMatchObject({
      code: "STORE_UNAVAILABLE",
      sentence: {
        cy: expect.stringContaining("ni ŵyr y fersiwn hon am 9999_later"),
        en: expect.stringContaining("this version does not know 9999_later"),
      },
    });
    await store.close();
  });

  it("finds everything again when it is opened a second time", async () => {
    const file = join(directory, "neuadd.sqlite");
    const first = await makeServices({ store: openSqliteStore({ file }) });
    const hirer = await makeHirer(first);
    const { booking } = await requestBooking(first, SCHOOL, "system", tuesdays(hirer.id));
    await first.store.close();
    const second = await makeServices({ store: openSqliteStore({ file }) });
    expect(await readBooking(second, SCHOOL, booking.id)).toEqual(booking);
    expect(await schoolRevision(second, SCHOOL)).toBe(2);
    await second.store.close();
  });

  it("refuses to replace a claim by one in its way", async () => {
    const store = openSqliteStore({ file: ":memory:" });
    await store.migrate();
    const claim = {
      school_id: "s",
      leaf_id: "l",
      starts_at: 100,
      ends_at: 200,
      kind: "booking",
      owner_id: "o",
      local_date: "d",
    } as const;
    await store.database.insertInto("claims").values(claim).execute();
    const replacing = store.database
      .replaceInto("claims")
      .values({ ...claim, ends_at: 400, kind: "block", owner_id: "p" })
      .execute();
    await expect(replacing).rejects.toThrow("CLAIM_OVERLAP");
    await store.close();
  });

  it("lets two processes write to one file, each waiting for the other", async () => {
    const file = join(directory, "neuadd.sqlite");
    const one = await makeServices({ store: openSqliteStore({ file }) });
    const other = await makeServices({ store: openSqliteStore({ file }) });
    const hirer = (await makeHirer(one)).id;
    const { recurrence: _, ...single } = tuesdays(hirer);
    const answers = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) =>
        requestBooking(index % 2 === 0 ? one : other, SCHOOL, "system", single),
      ),
    );
    const accepted = answers.filter(({ status }) => status === "fulfilled");
    expect(accepted).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === "rejected") {
        expect(answer.reason).toMatchObject({ code: "SERIES_NOT_BOOKABLE" });
      }
    }
    expect(await schoolRevision(other, SCHOOL)).toBe(2);
    await one.store.close();
    await other.store.close();
  });

  it("takes the write lock with the first statement of a transaction", async () => {
    const file = join(directory, "neuadd.sqlite");
    const { store: first } = await makeServices({ store: openSqliteStore({ file }) });
    const [second, reader] = [openSqliteStore({ file }), openSqliteStore({ file })];
    const order: string[] = [];
    const revision = async () =>
      (await reader.database.selectFrom("schools").select("revision").executeTakeFirst())?.revision;
    const { promise: late, resolve: isLate } = deferred();
    await first.database.transaction().execute(async (transaction) => {
      await transaction.selectFrom("schools").select("revision").execute();
      void second.database
        .transaction()
        .execute(async (waiting) => {
          order.push("the second begins");
          await waiting.updateTable("schools").set({ revision: 8 }).execute();
        })
        .then(isLate);
      // Reading waits for nobody.
      expect(await revision()).toBe(1);
      await transaction.updateTable("schools").set({ revision: 7 }).execute();
      order.push("the first ends");
    });
    await late;
    expect(order).toEqual(["the first ends", "the second begins"]);
    expect(await revision()).toBe(8);
    await Promise.all([first.close(), second.close(), reader.close()]);
  });
});
