import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Store } from "../store.ts";
import { engineSyntax, type EngineSyntax } from "./engine-syntax.ts";

/** What each school's ledger holds: series, their occurrences, claims, blocks and events. */
export function createLedgerTables(engine: Store["engine"]): Migration {
  const syntax = engineSyntax(engine);
  return {
    async up(database: Kysely<unknown>) {
      await createSeries(database, syntax);
      await createOccurrences(database, syntax);
      await createClaims(database, syntax);
      await createBlocks(database, syntax);
      await createEvents(database, syntax);
    },
  };
}

async function createSeries(
  database: Kysely<unknown>,
  { text, integer, table }: EngineSyntax,
): Promise<void> {
  await database.schema
    .createTable("series")
    .addColumn("school_id", text, (column) => column.notNull())
    .addColumn("booking_id", text, (column) => column.notNull())
    .addColumn("hirer_id", text, (column) => column.notNull())
    .addColumn("space_id", text, (column) => column.notNull())
    .addColumn("status", text, (column) =>
      column
        .notNull()
        .check(
          sql`status in ('requested', 'approved', 'declined', 'withdrawn', 'expired', 'cancelled')`,
        ),
    )
    .addColumn("title", text, (column) => column.notNull())
    .addColumn("activity", text, (column) => column.notNull())
    .addColumn("holds", integer, (column) => column.notNull().check(sql`holds in (0, 1)`))
    .addColumn("request", text, (column) => column.notNull())
    .addColumn("first_starts_at", integer, (column) => column.notNull())
    .addColumn("last_ends_at", integer, (column) => column.notNull())
    .addColumn("requested_at", integer, (column) => column.notNull())
    .addColumn("requested_by", text, (column) => column.notNull())
    .addColumn("revision", integer, (column) => column.notNull())
    .addColumn("reason", text)
    .addPrimaryKeyConstraint("series_key", ["school_id", "booking_id"])
    .addForeignKeyConstraint("series_hirer", ["school_id", "hirer_id"], "hirer_schools", [
      "school_id",
      "hirer_id",
    ])
    .addCheckConstraint("series_last_after_first", sql`last_ends_at > first_starts_at`)
    .modifyEnd(table)
    .execute();
  await database.schema
    .createIndex("series_by_hirer")
    .on("series")
    .columns(["school_id", "hirer_id", "booking_id"])
    .execute();
  await database.schema
    .createIndex("series_by_status")
    .on("series")
    .columns(["school_id", "status", "booking_id"])
    .execute();
}

async function createOccurrences(
  database: Kysely<unknown>,
  { text, integer, keyedTable }: EngineSyntax,
): Promise<void> {
  await database.schema
    .createTable("occurrences")
    .addColumn("school_id", text, (column) => column.notNull())
    .addColumn("booking_id", text, (column) => column.notNull())
    .addColumn("local_date", text, (column) => column.notNull())
    .addColumn("space_id", text, (column) => column.notNull())
    .addColumn("start_time", text, (column) => column.notNull())
    .addColumn("end_time", text, (column) => column.notNull())
    .addColumn("starts_at", integer, (column) => column.notNull())
    .addColumn("ends_at", integer, (column) => column.notNull())
    .addColumn("status", text, (column) =>
      column
        .notNull()
        .check(
          sql`status in ('requested', 'confirmed', 'cancelled', 'displaced', 'completed', 'noShow', 'excluded', 'denied')`,
        ),
    )
    .addColumn("denials", text, (column) => column.notNull())
    .addPrimaryKeyConstraint("occurrences_key", ["school_id", "booking_id", "local_date"])
    .addForeignKeyConstraint("occurrences_series", ["school_id", "booking_id"], "series", [
      "school_id",
      "booking_id",
    ])
    .modifyEnd(keyedTable)
    .execute();
}

async function createClaims(
  database: Kysely<unknown>,
  { text, integer, keyedTable }: EngineSyntax,
): Promise<void> {
  await database.schema
    .createTable("claims")
    .addColumn("school_id", text, (column) => column.notNull())
    .addColumn("leaf_id", text, (column) => column.notNull())
    .addColumn("starts_at", integer, (column) => column.notNull())
    .addColumn("ends_at", integer, (column) => column.notNull())
    .addColumn("kind", text, (column) =>
      column.notNull().check(sql`kind in ('booking', 'request', 'block')`),
    )
    .addColumn("owner_id", text, (column) => column.notNull())
    .addColumn("local_date", text, (column) => column.notNull())
    .addPrimaryKeyConstraint("claims_key", ["school_id", "leaf_id", "starts_at"])
    .addCheckConstraint("claims_end_after_start", sql`ends_at > starts_at`)
    // 49 hours: a local day of 25 hours and a turnaround of 24. Look-ups of claims in a window rely on it.
    .addCheckConstraint("claims_length", sql`ends_at - starts_at <= 176400000`)
    .modifyEnd(keyedTable)
    .execute();
  await database.schema
    .createIndex("claims_by_owner")
    .on("claims")
    .columns(["school_id", "owner_id", "local_date"])
    .execute();
}

async function createBlocks(
  database: Kysely<unknown>,
  { text, integer, table }: EngineSyntax,
): Promise<void> {
  await database.schema
    .createTable("blocks")
    .addColumn("school_id", text, (column) => column.notNull().references("schools.school_id"))
    .addColumn("block_id", text, (column) => column.notNull())
    .addColumn("space_id", text, (column) => column.notNull())
    .addColumn("kind", text, (column) =>
      column
        .notNull()
        .check(
          sql`kind in ('schoolUse', 'examination', 'maintenance', 'pollingStation', 'recall', 'closure')`,
        ),
    )
    .addColumn("reason", text)
    .addColumn("request", text, (column) => column.notNull())
    .addColumn("dates", text, (column) => column.notNull())
    .addColumn("displaced", text, (column) => column.notNull())
    .addColumn("starts_at", integer, (column) => column.notNull())
    .addColumn("ends_at", integer, (column) => column.notNull())
    .addColumn("created_at", integer, (column) => column.notNull())
    .addColumn("created_by", text, (column) => column.notNull())
    .addColumn("removed_at", integer)
    .addColumn("revision", integer, (column) => column.notNull())
    .addPrimaryKeyConstraint("blocks_key", ["school_id", "block_id"])
    .addCheckConstraint("blocks_end_after_start", sql`ends_at > starts_at`)
    .modifyEnd(table)
    .execute();
}

async function createEvents(
  database: Kysely<unknown>,
  { text, integer, keyedTable }: EngineSyntax,
): Promise<void> {
  await database.schema
    .createTable("events")
    .addColumn("school_id", text, (column) => column.notNull().references("schools.school_id"))
    .addColumn("revision", integer, (column) => column.notNull())
    .addColumn("ordinal", integer, (column) => column.notNull())
    .addColumn("type", text, (column) => column.notNull())
    .addColumn("at", integer, (column) => column.notNull())
    .addColumn("actor", text, (column) => column.notNull())
    .addColumn("data", text, (column) => column.notNull())
    .addPrimaryKeyConstraint("events_key", ["school_id", "revision", "ordinal"])
    .modifyEnd(keyedTable)
    .execute();
}
