import { tmpdir } from "node:os";
import { definePlugin } from "@neuadd/plugin-kit";
import { type Kysely, sql } from "kysely";
import { describe, expect, it, vi } from "vitest";
import { migratePlugins } from "../../src/plugins/migrate-plugins.ts";
import { runNeuadd } from "../fixtures/run-neuadd.ts";
import { takeSchema } from "./postgres-schema.ts";

interface LimitTables {
  unhurried_limits: { statement_limit: string };
}

describe("neuadd migrate", () => {
  it("may be run by four processes at once: each migration runs once, and the others wait", async () => {
    const schema = await takeSchema({ isFresh: true });
    const setting = { directory: tmpdir(), environment: { DATABASE_URL: schema.url } };
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => runNeuadd(["migrate"], setting)),
    );
    for (const outcome of outcomes) expect(outcome.exitCode).toBe(0);
    const migrated = outcomes.flatMap(({ stdout }) => stdout.match(/^migrated .*$/gm) ?? []);
    expect(migrated.length).toBeGreaterThan(5);
    expect(migrated).toEqual([...new Set(migrated)]);
    const store = schema.open();
    expect(await store.isReady()).toBe(true);
    expect(await store.migrate()).toEqual([]);
  });

  it("waits for another's for as long as that takes, longer than a statement may", async () => {
    const schema = await takeSchema({ isFresh: true });
    const hasty = schema.open({ statementTimeoutMs: 300, answerMarginMs: 200 });
    const lock = sql.raw("3853314791062309107");
    await schema
      .open()
      .database.connection()
      .execute(async (other) => {
        await sql`select pg_advisory_lock(${lock})`.execute(other);
        const migrating = hasty.migrate();
        await vi.waitFor(async () => {
          const { rows } = await sql`
          select 1 from pg_locks l join pg_stat_activity a using (pid)
          where l.locktype = 'advisory' and not l.granted and a.query like '%set_timeout%'`.execute(
            other,
          );
          expect(rows).not.toEqual([]);
        }, 10_000);
        // What begins after it, and may take no longer than any statement, has been given up before it.
        const waiting = sql`select pg_advisory_lock_shared(${lock})`.execute(hasty.database);
        await expect(waiting).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
        await sql`select pg_advisory_unlock(${lock})`.execute(other);
        expect((await migrating).length).toBeGreaterThan(5);
      });
    expect(await schema.open().isReady()).toBe(true);
  });

  it("lets the migrations of plugins take as long as they need", async () => {
    const store = (await takeSchema()).open();
    await store.migrate();
    const unhurried = definePlugin({
      id: "unhurried",
      migrations: {
        "0001_limits": {
          async up(database: Kysely<LimitTables>) {
            await database.schema
              .createTable("unhurried_limits")
              .addColumn("statement_limit", "text", (column) => column.primaryKey())
              .execute();
            await database
              .insertInto("unhurried_limits")
              .values((build) => ({
                statement_limit: build.fn("current_setting", [build.val("statement_timeout")]),
              }))
              .execute();
          },
        },
      },
      setup: () => ({}),
    });
    await migratePlugins([unhurried], { store });
    const { rows } = await sql`select * from unhurried_limits`.execute(store.database);
    expect(rows).toEqual([{ statement_limit: "0" }]);
  });

  it("says what is wrong when the database is not there", async () => {
    const environment = { DATABASE_URL: "postgres://postgres@127.0.0.1:1/nowhere" };
    const outcome = await runNeuadd(["migrate"], { directory: tmpdir(), environment });
    expect(outcome).toMatchObject({ exitCode: 1, stdout: "" });
    expect(outcome.stderr).toMatch(/^The database does not answer.*Try again later\.\n$/);
  });
});
