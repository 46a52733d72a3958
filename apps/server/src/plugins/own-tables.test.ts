import fc from "fast-check";
import { CompiledQuery, type Kysely, sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { manualSchedule } from "../../test/fixtures/manual-schedule.ts";
import { openTestStore, TEST_ENGINE } from "../../test/fixtures/open-test-store.ts";
import type { Store } from "../store/store.ts";
import { ownTables } from "./own-tables.ts";

interface Tables {
  quiet_hours_rooms: { id: string; size: number };
  quiet_hours_notes: { room: string; text: string };
  /** Not its own: only to be able to write what must be refused. */
  hirers: { name: string };
  series: { title: string };
}

let store: Store;
let timers: ReturnType<typeof manualSchedule>;
let tables: Kysely<Tables>;

beforeEach(async () => {
  store = await openTestStore();
  timers = manualSchedule();
  tables = ownTables<Tables>(store.database, "quiet-hours", {
    schedule: timers.schedule,
    transactionLimitMs: 5000,
  });
  await tables.schema
    .createTable("quiet_hours_rooms")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("size", "integer", (column) => column.notNull().defaultTo(1))
    .execute();
  await tables.schema
    .createTable("quiet_hours_notes")
    .addColumn("room", "text", (column) => column.references("quiet_hours_rooms.id"))
    .addColumn("text", "text")
    .execute();
  await tables.schema
    .createIndex("quiet_hours_notes_by_room")
    .on("quiet_hours_notes")
    .column("room")
    .execute();
  await tables
    .insertInto("quiet_hours_rooms")
    .values([
      { id: "hall", size: 200 },
      { id: "studio", size: 20 },
    ])
    .execute();
  return () => store.close();
});

describe("a plugin's own tables", () => {
  it("are read, joined, grouped, aliased and ordered as Kysely does it", async () => {
    await tables.insertInto("quiet_hours_notes").values({ room: "hall", text: "loud" }).execute();
    const rows = await tables
      .selectFrom("quiet_hours_rooms as rooms")
      .leftJoin("quiet_hours_notes as notes", "notes.room", "rooms.id")
      .select((select) => ["rooms.id", select.fn.count("notes.text").as("notes")])
      .groupBy("rooms.id")
      .orderBy("rooms.id", "desc")
      .execute();
    expect(rows).toEqual([
      { id: "studio", notes: 0 },
      { id: "hall", notes: 1 },
    ]);
  });

  it("are changed, with what it returns, upserts and common table expressions of its own", async () => {
    const row = await tables
      .insertInto("quiet_hours_rooms")
      .values({ id: "hall", size: 5 })
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ size: 5 }))
      .returning("size")
      .executeTakeFirst();
    expect(row).toEqual({ size: 5 });
    await tables.deleteFrom("quiet_hours_rooms").where("size", "<", 10).execute();
    const left = await tables
      .with("quiet_hours_all", (query) => query.selectFrom("quiet_hours_rooms").selectAll())
      .selectFrom("quiet_hours_all")
      .select((select) => select.fn.countAll().as("count"))
      .executeTakeFirst();
    expect(left).toEqual({ count: 1 });
  });

  it("are changed in a transaction, whole or not at all", async () => {
    const attempt = tables.transaction().execute(async (transaction) => {
      await transaction.deleteFrom("quiet_hours_rooms").execute();
      throw new Error("changed my mind");
    });
    await expect(attempt).rejects.toThrow("changed my mind");
    await tables.transaction().execute(async (transaction) => {
      await transaction.deleteFrom("quiet_hours_rooms").where("id", "=", "studio").execute();
    });
    expect(await tables.selectFrom("quiet_hours_rooms").select("id").execute()).toEqual([
      { id: "hall" },
    ]);
  });

  it("lose a transaction that takes too long, so that the store is not held from others", async () => {
    let goOn: (() => void) | undefined;
    let outcome: Promise<unknown> | undefined;
    await new Promise<void>((isWaiting) => {
      const attempt = tables.transaction().execute(async (transaction) => {
        await transaction.deleteFrom("quiet_hours_rooms").execute();
        const leave = new Promise<void>((resolve) => (goOn = resolve));
        isWaiting();
        await leave;
        await transaction.deleteFrom("quiet_hours_notes").execute();
      });
      outcome = attempt.catch((error: unknown) => error);
    });
    await timers.advance(5001);
    // SQLite has only one connection: this would wait for ever.
    expect(await store.database.selectFrom("schools").selectAll().execute()).toEqual([]);
    goOn?.();
    expect(await outcome).toMatchObject({ code: "TRANSACTION_TOO_LONG" });
    expect(await tables.selectFrom("quiet_hours_rooms").select("id").execute()).toHaveLength(2);
  });

  it("can't wait for themselves: a statement beside the transaction it runs in gets its turn in the end", async () => {
    const attempt = tables.transaction().execute(async () => {
      await tables.deleteFrom("quiet_hours_rooms").execute();
    });
    const outcome = attempt.then(
      () => "done",
      (error: unknown) => error,
    );
    await timers.advance(5001);
    // PostgreSQL has a second connection for the statement, and need not end the transaction for it.
    const end =
      TEST_ENGINE === "sqlite"
        ? expect.objectContaining({ code: "TRANSACTION_TOO_LONG" })
        : expect.anything();
    expect(await outcome).toEqual(end);
  });

  it("stay open when the plugin destroys its query builder", async () => {
    await tables.destroy();
    expect(await store.isReady()).toBe(true);
  });
});

const refusals: Readonly<Record<string, (database: Kysely<Tables>) => Promise<unknown>>> = {
  "a read": (database) => database.selectFrom("hirers").selectAll().execute(),
  "a read under an alias": (database) =>
    database.selectFrom("series as quiet_hours_series").selectAll().execute(),
  "a join": (database) =>
    database
      .selectFrom("quiet_hours_rooms")
      .innerJoin("hirers", "hirers.name", "quiet_hours_rooms.id")
      .selectAll()
      .execute(),
  "a subquery in the list of columns": (database) =>
    database
      .selectFrom("quiet_hours_rooms")
      .select((select) => select.selectFrom("hirers").select("name").limit(1).as("name"))
      .execute(),
  "a subquery in a condition": (database) =>
    database
      .selectFrom("quiet_hours_rooms")
      .selectAll()
      .where((where) => where.exists(where.selectFrom("series").select("title")))
      .execute(),
  "a subquery as an argument": (database) =>
    database
      .selectFrom("quiet_hours_rooms")
      .select((select) =>
        select.fn("upper", [select.selectFrom("hirers").select("name").limit(1)]).as("name"),
      )
      .execute(),
  "a table as an operand": (database) =>
    database
      .selectFrom("quiet_hours_rooms")
      .selectAll()
      .where((where) => where("id", "in", sql<string>`${sql.table("hirers")}`))
      .execute(),
  "a union": (database) =>
    database
      .selectFrom("quiet_hours_rooms")
      .select("id")
      .unionAll(database.selectFrom("hirers").select("name as id"))
      .execute(),
  "a common table expression": (database) =>
    database
      .with("quiet_hours_x", (query) => query.selectFrom("hirers").selectAll())
      .selectFrom("quiet_hours_x")
      .selectAll()
      .execute(),
  "a common table expression that hides behind a foreign name": (database) =>
    database
      .with("hirers", (query) => query.selectFrom("hirers").selectAll())
      .selectFrom("hirers")
      .selectAll()
      .execute(),
  "a schema": (database) =>
    database.withSchema("main").selectFrom("quiet_hours_rooms").selectAll().execute(),
  "an insert": (database) => database.insertInto("series").values({ title: "x" }).execute(),
  "an insert from a select": (database) =>
    database
      .insertInto("quiet_hours_rooms")
      .columns(["id"])
      .expression(database.selectFrom("hirers").select("name"))
      .execute(),
  "an update": (database) => database.updateTable("hirers").set({ name: "x" }).execute(),
  "a deletion": (database) => database.deleteFrom("series").execute(),
  "making a table": (database) =>
    database.schema.createTable("quiethours").addColumn("a", "text").execute(),
  "making a table out of another": (database) =>
    database.schema
      .createTable("quiet_hours_copy")
      .as(database.selectFrom("hirers").selectAll())
      .execute(),
  "a foreign key": (database) =>
    database.schema
      .createTable("quiet_hours_more")
      .addColumn("a", "text", (column) => column.references("hirers.hirer_id"))
      .execute(),
  "a view": (database) =>
    database.schema
      .createView("quiet_hours_view")
      .as(database.selectFrom("hirers").selectAll())
      .execute(),
  "dropping a table": (database) => database.schema.dropTable("claims").execute(),
  "renaming a table": (database) =>
    database.schema.alterTable("quiet_hours_rooms").renameTo("rooms").execute(),
  "an index on another table": (database) =>
    database.schema.createIndex("quiet_hours_x").on("series").column("title").execute(),
  "an index of another name": (database) =>
    database.schema.createIndex("series_x").on("quiet_hours_rooms").column("size").execute(),
  "dropping an index": (database) => database.schema.dropIndex("series_by_status").execute(),
  "SQL text": (database) => sql`select * from hirers`.execute(database),
  "SQL text within a statement": (database) =>
    database
      .selectFrom("quiet_hours_rooms")
      .select(sql<string>`(select name from hirers)`.as("name"))
      .execute(),
  "a function's name": (database) =>
    database
      .selectFrom("quiet_hours_rooms")
      .select((select) =>
        select.fn("(select name from hirers) || upper", [select.val("x")]).as("a"),
      )
      .execute(),
  "a table named in a template": (database) =>
    database.selectFrom(sql.table("hirers").as("quiet_hours_x")).selectAll().execute(),
  "compiled SQL": (database) => database.executeQuery(CompiledQuery.raw("delete from series")),
  "SQL smuggled in with a harmless tree": (database) => {
    const harmless = database.selectFrom("quiet_hours_rooms").select("id").compile();
    return database
      .executeQuery({ ...harmless, sql: "select name as id from hirers" })
      .then(({ rows }) => {
        // It is compiled again from the tree, so that the text never reaches the database.
        expect(rows).toHaveLength(2);
        throw Object.assign(new Error("The text was not run"), { code: "TABLE_NOT_OWN" });
      });
  },
  "a query without plugins": (database) =>
    database.withoutPlugins().selectFrom("hirers").selectAll().execute(),
  "a query on a connection": (database) =>
    database.connection().execute((one) => one.selectFrom("hirers").selectAll().execute()),
  "a query in a transaction": (database) =>
    database.transaction().execute((one) => one.selectFrom("hirers").selectAll().execute()),
  introspection: async (database) => database.introspection.getTables(),
};

describe("the tables of others", () => {
  it.each(Object.keys(refusals))("are refused in %s", async (name) => {
    const codes = ["TABLE_NOT_OWN", "RAW_SQL_REFUSED"];
    const error = await refusals[name]?.(tables).then(
      () => undefined,
      (fault: unknown) => fault,
    );
    expect(error).toMatchObject({ code: expect.toBeOneOf(codes) });
  });

  it("are told apart by the prefix alone, for every name", async () => {
    const names = fc.oneof(
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.string({ maxLength: 8 }).map((end) => `quiet_hours_${end}`),
      fc.constantFrom("series", "QUIET_HOURS_ROOMS", "quiet_hours", "main.quiet_hours_rooms"),
    );
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        const fault = await tables
          .selectFrom(name as keyof Tables)
          .selectAll()
          .execute()
          .then(
            () => ({}),
            (error: { code?: string }) => error,
          );
        const isRefused = "code" in fault && fault.code === "TABLE_NOT_OWN";
        const isOwn = name.startsWith("quiet_hours_") && !name.includes(".");
        // A dot names a schema, and " as " an alias, before the guard sees them.
        if (!name.includes(" as ") && !name.includes(".")) expect(isRefused).toBe(!isOwn);
        else expect(isRefused || name.startsWith("quiet_hours_")).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
