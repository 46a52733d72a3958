import type { Instant } from "@neuadd/core";
import type { Kysely, Selectable } from "kysely";
import { hirerRecord } from "../hirers/hirer-record.ts";
import { schoolUnknown } from "../ledger/unknown.ts";
import type { BlockRow, OccurrenceRow, SeriesRow, StoreSchema } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  type ArchiveLine,
  type ArchiveLineOf,
} from "./archive-line-schema.ts";
import { pluginHoldings } from "./plugin-holdings.ts";
import { readPluginRows } from "./plugin-rows.ts";

/** The body of an archive or backup, kind by kind. */
type Body = Exclude<ArchiveLine, { readonly kind: "end" }>;

/**
 * Everything that a store holds of a school, in an order that follows from the data alone: two stores with the same school
 * give the same lines. Read it within a snapshot. Throws SCHOOL_UNKNOWN.
 *
 * What plugins keep of the school is in it, of those that run and those that ran. Left out are keys, which belong to a
 * server and are issued anew; answers kept for repeated requests; and tables of plugins that have no column `school`.
 */
export async function* readArchiveLines(
  database: Kysely<StoreSchema>,
  engine: Store["engine"],
  school: string,
): AsyncIterable<Body> {
  const row = await database
    .selectFrom("schools")
    .selectAll()
    .where("school_id", "=", school)
    .executeTakeFirst();
  if (row === undefined) throw schoolUnknown(school);
  yield {
    kind: "school",
    format: ARCHIVE_FORMAT,
    version: ARCHIVE_VERSION,
    school,
    authority: row.authority_id,
    revision: row.revision,
    definitionRevision: row.definition_revision,
  };
  yield* definitions(database, school);
  yield* hirers(database, school);
  yield* bookings(database, school);
  yield* blocks(database, school);
  yield* claims(database, school);
  yield* events(database, school);
  yield* deliveries(database, school);
  yield* pluginRows(database, engine, school);
}

type Lines = AsyncIterable<Body>;

async function* definitions(database: Kysely<StoreSchema>, school: string): Lines {
  const rows = await database
    .selectFrom("school_definitions")
    .selectAll()
    .where("school_id", "=", school)
    .orderBy("revision")
    .execute();
  for (const { revision, definition } of rows) {
    yield { kind: "definition", revision, definition: parsed(definition) };
  }
}

async function* hirers(database: Kysely<StoreSchema>, school: string): Lines {
  const rows = await database
    .selectFrom("hirers")
    .innerJoin("hirer_schools", "hirer_schools.hirer_id", "hirers.hirer_id")
    .selectAll("hirers")
    .where("hirer_schools.school_id", "=", school)
    .orderBy("hirers.hirer_id")
    .execute();
  for (const row of rows) {
    const { id, name, category, language, contact, members, revision, createdAt } =
      hirerRecord(row);
    yield {
      kind: "hirer",
      id,
      name,
      category,
      language,
      contact: { ...contact },
      members: members.map((member) => ({ ...member })),
      revision,
      createdAt: iso(createdAt),
    };
  }
}

/** So many bookings are held in memory with their dates at a time. */
const BOOKINGS_PER_READ = 200;

async function* bookings(database: Kysely<StoreSchema>, school: string): Lines {
  let after = "";
  for (;;) {
    const rows = await database
      .selectFrom("series")
      .selectAll()
      .where("school_id", "=", school)
      .where("booking_id", ">", after)
      .orderBy("booking_id")
      .limit(BOOKINGS_PER_READ)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    const dates = await database
      .selectFrom("occurrences")
      .selectAll()
      .where("school_id", "=", school)
      .where("booking_id", ">", after)
      .where("booking_id", "<=", last.booking_id)
      .orderBy("booking_id")
      .orderBy("local_date")
      .execute();
    const datesOf = new Map(rows.map(({ booking_id }) => [booking_id, [] as typeof dates]));
    for (const date of dates) datesOf.get(date.booking_id)?.push(date);
    for (const row of rows) yield bookingLine(row, datesOf.get(row.booking_id) ?? []);
    after = last.booking_id;
  }
}

function bookingLine(
  row: Selectable<SeriesRow>,
  dates: readonly Selectable<OccurrenceRow>[],
): ArchiveLineOf<"booking"> {
  return {
    kind: "booking",
    id: row.booking_id,
    hirer: row.hirer_id,
    space: row.space_id,
    status: row.status,
    title: row.title,
    activity: row.activity,
    holds: row.holds === 1,
    request: parsed(row.request),
    start: iso(row.first_starts_at),
    end: iso(row.last_ends_at),
    requestedAt: iso(row.requested_at),
    requestedBy: row.requested_by,
    ...(row.reason !== null && { reason: row.reason }),
    revision: row.revision,
    dates: dates.map((date) => ({
      date: date.local_date,
      space: date.space_id,
      startTime: date.start_time,
      endTime: date.end_time,
      start: iso(date.starts_at),
      end: iso(date.ends_at),
      status: date.status,
      denials: parsed(date.denials),
    })),
  };
}

async function* blocks(database: Kysely<StoreSchema>, school: string): Lines {
  const rows = await database
    .selectFrom("blocks")
    .selectAll()
    .where("school_id", "=", school)
    .orderBy("block_id")
    .execute();
  for (const row of rows) yield blockLine(row);
}

function blockLine(row: Selectable<BlockRow>): ArchiveLineOf<"block"> {
  return {
    kind: "block",
    id: row.block_id,
    space: row.space_id,
    for: row.kind,
    ...(row.reason !== null && { reason: parsed(row.reason) }),
    request: parsed(row.request),
    dates: parsed(row.dates),
    displaced: parsed(row.displaced),
    start: iso(row.starts_at),
    end: iso(row.ends_at),
    createdAt: iso(row.created_at),
    createdBy: row.created_by,
    ...(row.removed_at !== null && { removedAt: iso(row.removed_at) }),
    revision: row.revision,
  };
}

async function* claims(database: Kysely<StoreSchema>, school: string): Lines {
  const rows = await database
    .selectFrom("claims")
    .selectAll()
    .where("school_id", "=", school)
    .orderBy("leaf_id")
    .orderBy("starts_at")
    .execute();
  for (const row of rows) {
    yield {
      kind: "claim",
      leaf: row.leaf_id,
      start: iso(row.starts_at),
      end: iso(row.ends_at),
      by: row.kind,
      owner: row.owner_id,
      date: row.local_date,
    };
  }
}

async function* events(database: Kysely<StoreSchema>, school: string): Lines {
  const rows = await database
    .selectFrom("events")
    .selectAll()
    .where("school_id", "=", school)
    .orderBy("revision")
    .orderBy("ordinal")
    .execute();
  for (const { revision, ordinal, type, at, actor, data } of rows) {
    yield { kind: "event", revision, ordinal, type, at: iso(at), actor, data: parsed(data) };
  }
}

/** How far each plugin has read, so that at the new place it goes on where it was. */
async function* deliveries(database: Kysely<StoreSchema>, school: string): Lines {
  const cursors = await database
    .selectFrom("listener_cursors")
    .select(["listener_id", "revision", "ordinal"])
    .where("school_id", "=", school)
    .orderBy("listener_id")
    .execute();
  for (const { listener_id: id, revision, ordinal } of cursors) {
    yield { kind: "listener", id, revision, ordinal };
  }
  const letters = await database
    .selectFrom("dead_letters")
    .selectAll()
    .where("school_id", "=", school)
    .orderBy("listener_id")
    .orderBy("revision")
    .orderBy("ordinal")
    .execute();
  for (const { listener_id: listener, revision, ordinal, error, failed_at } of letters) {
    yield { kind: "deadLetter", listener, revision, ordinal, error, failedAt: iso(failed_at) };
  }
}

/** A plugin that keeps nothing of the school is not named: it need not be there at the new place. */
async function* pluginRows(
  database: Kysely<StoreSchema>,
  engine: Store["engine"],
  school: string,
): Lines {
  for (const { plugin, migrations, tables } of await pluginHoldings(database, engine)) {
    let isNamed = false;
    for (const [table, columns] of tables) {
      for (const row of await readPluginRows(database, school, table, columns)) {
        if (!isNamed) yield { kind: "plugin", plugin, migrations: [...migrations] };
        isNamed = true;
        yield { kind: "pluginRow", plugin, table, row };
      }
    }
  }
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}

function parsed<Value>(text: string): Value {
  return JSON.parse(text) as Value;
}
