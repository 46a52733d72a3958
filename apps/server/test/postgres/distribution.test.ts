import { LEDGER_EVENT_TYPES } from "@neuadd/plugin-kit";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { pluginHoldings } from "../../src/archive/plugin-holdings.ts";
import { runCommand } from "../../src/commands/run-command.ts";
import { defaultPlugins } from "../../src/default-configuration.ts";
import { migratePlugins } from "../../src/plugins/migrate-plugins.ts";
import { canDistribute, distributeTables } from "../../src/store/distribute-tables.ts";
import { checkLedger } from "../fixtures/check-ledger.ts";
import { makeServices } from "../fixtures/make-services.ts";
import { recordedTerminal } from "../fixtures/recorded-terminal.ts";
import { everyCommand } from "./every-command.ts";
import { keyFaults } from "./key-faults.ts";
import { takeSchema } from "./postgres-schema.ts";
import { statementFaults, watchedStore } from "./statement-faults.ts";

describe("the tables, as they really are in PostgreSQL", () => {
  it("lead every key with the school, those of plugins too", async () => {
    const services = await makeServices();
    await migratePlugins(defaultPlugins(), services);
    expect(await keyFaults(services.store)).toEqual([]);
  });

  it("would be caught if they did not", async () => {
    const store = (await takeSchema({ isFresh: true })).open();
    await store.migrate();
    for (const statement of [
      "create table rooms (room_id text primary key, school_id text not null, unique (school_id, room_id))",
      "create table notes (text text)",
      "create table visits (hirer_id text primary key, school_id_of_visit text references schools)",
      "create table late_notes (school text, note text, at bigint, primary key (school, note), unique (at))",
      "create index late_notes_due on late_notes (at)",
      "create index claims_by_date on claims (local_date, school_id)",
      "alter table blocks add constraint one_at_a_time exclude using gist (block_id with =)",
      "alter table series add constraint series_of_room foreign key (space_id) references rooms",
    ]) {
      await sql.raw(statement).execute(store.database);
    }
    expect(await keyFaults(store)).toEqual([
      "blocks.one_at_a_time (block_id) does not hold school_id",
      "claims.claims_by_date (local_date, school_id) does not lead with school_id",
      "late_notes.late_notes_at_key (at) does not lead with school",
      "notes has no primary key",
      "rooms.rooms_pkey (room_id) does not lead with school_id",
      "series.series_of_room (space_id) does not lead from school to school",
      "visits.visits_school_id_of_visit_fkey (school_id_of_visit) refers to a table of schools",
    ]);
  });
});

describe("the statements of every command, of keys, hirers, deliveries and jobs", () => {
  it("write to, and lock, one school each", async () => {
    const services = await makeServices({ schools: [] });
    const { store, seen } = watchedStore(services.store);
    await everyCommand({ ...services, store });
    const told = await store.database.selectFrom("events").select("type").distinct().execute();
    expect(told.map(({ type }) => type).toSorted()).toEqual(LEDGER_EVENT_TYPES.toSorted());
    expect(statementFaults(seen)).toEqual([]);
    const now = services.clock.now();
    expect(await checkLedger(services.store, { now })).toEqual([]);
  });

  it("would be caught if they did not", async () => {
    const services = await makeServices();
    const { store, seen } = watchedStore(services.store);
    const { database } = store;
    await database.updateTable("schools").set({ revision: 2 }).execute();
    await database.deleteFrom("claims").where("owner_id", "=", "x").execute();
    await database
      .deleteFrom("events")
      .where((where) => where.or([where("school_id", "=", "a"), where("school_id", "=", "b")]))
      .execute();
    await database.selectFrom("schools").selectAll().forUpdate().execute();
    const cursor = {
      listener_id: "l",
      revision: 0,
      ordinal: 0,
      attempts: 0,
      next_attempt_at: 0,
      lease_holder: null,
      lease_until: 0,
    };
    await database
      .insertInto("listener_cursors")
      .values([
        { school_id: "a", ...cursor },
        { school_id: "b", ...cursor },
      ])
      .execute();
    await sql`delete from dead_letters`.execute(database);
    expect(statementFaults(seen)).toHaveLength(6);
  });
});

describe("neuadd migrate --distributed", () => {
  it("is refused where the database has no Citus, and says what to do", async () => {
    const schema = await takeSchema();
    const terminal = recordedTerminal("/", { environment: { DATABASE_URL: schema.url } });
    expect(await runCommand(["migrate", "--distributed"], terminal)).toBe(3);
    expect(terminal.stderr.join("\n")).toContain('Run "create extension citus" in it');
  });

  it("spreads what has schools by school, copies the rest to each node, and goes on where it stopped", async () => {
    const store = (await takeSchema({ isFresh: true })).open();
    await store.migrate();
    expect(await canDistribute(store.database)).toBe(false);
    await standInForCitus(store.database);
    expect(await canDistribute(store.database)).toBe(true);
    const done = await distributeTables(store.database);
    const placed = (placement: string) =>
      done.filter((one) => one.placement === placement).map(({ table }) => table);
    expect(placed("everywhere").toSorted()).toEqual([
      "api_keys",
      "desk_sessions",
      "hirers",
      "idempotency_keys",
      "job_runs",
      "kysely_migration",
      "kysely_migration_lock",
    ]);
    expect(placed("bySchool").toSorted()).toEqual([
      "blocks",
      "claims",
      "dead_letters",
      "events",
      "hirer_schools",
      "listener_cursors",
      "occurrences",
      "school_definitions",
      "schools",
      "series",
    ]);
    const order = done.map(({ table }) => table);
    for (const [before, after] of [
      ["schools", "school_definitions"],
      ["hirers", "hirer_schools"],
      ["hirer_schools", "series"],
      ["series", "occurrences"],
    ] as const) {
      expect(order.indexOf(before)).toBeLessThan(order.indexOf(after));
    }
    expect(await distributeTables(store.database)).toEqual([]);
  });

  it("lets each table take as long to spread as it needs", async () => {
    const schema = await takeSchema({ isFresh: true });
    const { database } = schema.open();
    await standInForCitus(database);
    const terminal = recordedTerminal("/", { environment: { DATABASE_URL: schema.url } });
    expect(await runCommand(["migrate", "--distributed"], terminal)).toBe(0);
    const { rows } = await sql<{ statement_timeout: string }>`
      select distinct statement_timeout from pg_dist_partition where logicalrelid::regclass::text <> 'pg_dist_partition'`.execute(
      database,
    );
    expect(rows).toEqual([{ statement_timeout: "0" }]);
  });

  it("spreads what plugins keep of schools as well, and copies only their notes of migrations", async () => {
    const store = (await takeSchema({ isFresh: true })).open();
    await store.migrate();
    await standInForCitus(store.database);
    await distributeTables(store.database);
    await migratePlugins(defaultPlugins(), { store });
    const holdings = await pluginHoldings(store.database, store.engine);
    const kept = holdings.flatMap(({ tables }) => [...tables.keys()]);
    expect(kept).toContain("tariffs_documents");
    const done = await distributeTables(store.database);
    const spread = done.filter(({ placement }) => placement === "bySchool");
    expect(spread.map(({ table }) => table).toSorted()).toEqual(kept.toSorted());
    const copied = done.filter(({ placement }) => placement === "everywhere");
    for (const { table } of copied) expect(table).toMatch(/^plugin_(?:migrations|locks)_/);
    const { rows } = await sql<{ table: string }>`
      select logicalrelid::regclass::text as "table" from pg_dist_partition
      where column_name = 'school'`.execute(store.database);
    expect(rows.map(({ table }) => table).toSorted()).toEqual(kept.toSorted());
  });
});

/** The functions of Citus that are called, with its signatures: they note what they were called for. */
async function standInForCitus(database: Parameters<typeof canDistribute>[0]): Promise<void> {
  for (const statement of [
    "create table pg_dist_partition (logicalrelid regclass primary key, column_name text, colocated_with text, statement_timeout text)",
    "insert into pg_dist_partition values ('pg_dist_partition')",
    `create function create_distributed_table(table_name regclass, distribution_column text, distribution_type text default 'hash', colocate_with text default 'default')
       returns void language sql as 'insert into pg_dist_partition values (table_name, distribution_column, colocate_with, current_setting(''statement_timeout''))'`,
    `create function create_reference_table(table_name regclass)
       returns void language sql as 'insert into pg_dist_partition values (table_name, null, null, current_setting(''statement_timeout''))'`,
  ]) {
    await sql.raw(statement).execute(database);
  }
}
