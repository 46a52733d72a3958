import type { Kysely } from "kysely";
import { checkSchool } from "../doctor/check-school.ts";
import { enrolListener, LAST_ORDINAL } from "../plugins/listener-cursor.ts";
import type { Services } from "../services.ts";
import { inBatches } from "../store/in-batches.ts";
import { inTransaction } from "../store/in-transaction.ts";
import type { StoreSchema } from "../store/schema.ts";
import { ArchiveError } from "./archive-error.ts";
import {
  blockRowOf,
  claimRowOf,
  cursorRowOf,
  deadLetterRowOf,
  eventRowOf,
  occurrenceRowsOf,
  seriesRowOf,
} from "./archive-rows.ts";
import { checkPlugins } from "./check-plugins.ts";
import { mergeHirers } from "./merge-hirers.ts";
import type { SchoolArchive } from "./parse-archive.ts";
import { hasPluginRows, insertPluginRows } from "./plugin-rows.ts";

export interface ArchiveImport {
  readonly school: string;
  readonly revision: number;
  readonly bookings: number;
  /** Hirers that were here already, in a version as new or newer: these were kept. */
  readonly keptHirers: number;
}

/**
 * Takes a whole school in from its archive, in one transaction: its ledger goes on from the revision where it was, and a
 * plugin that listens goes on from the entry where it was, or from the present one if it is new to the school. Before
 * the commit the doctor's check is run on what was written.
 *
 * Throws ArchiveError PLUGINS_DIFFER if a plugin that keeps things of the school is not here in the same version,
 * SCHOOL_PRESENT if there is such a school or a plugin has kept things of one, ARCHIVE_INVALID if a plugin's row does not fit its table,
 * ARCHIVE_UNSOUND if its ledger has faults; then nothing has changed.
 */
export async function importArchive(
  services: Services,
  archive: SchoolArchive,
): Promise<ArchiveImport> {
  const { store, clock } = services;
  const { school, authority, revision, definitionRevision } = archive.school;
  const pluginTables = await checkPlugins(store, archive);
  // A listener that this store has never met starts at the present everywhere else.
  for (const { id } of archive.of("listener")) await enrolListener(store, id);
  const keptHirers = await inTransaction<boolean, number>(store, {
    async lock(database) {
      const { numInsertedOrUpdatedRows } = await database
        .insertInto("schools")
        .values({
          school_id: school,
          authority_id: authority,
          revision,
          definition_revision: definitionRevision,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows !== 0n;
    },
    async work(database, isNew) {
      if (!isNew) throw present(school);
      const kept = await writeLedger(database, archive);
      await writeDeliveries(database, archive);
      await writePluginRows(database, archive, pluginTables);
      const findings = await checkSchool(database, school, clock.now());
      if (findings.length > 0) {
        throw unsound(findings.map(({ code, places }) => `${code}: ${places.join("; ")}`));
      }
      return kept;
    },
    stands: async (_database, isNew) => !isNew,
  });
  services.announce(school);
  return { school, revision, bookings: archive.of("booking").length, keptHirers };
}

async function writeLedger(database: Kysely<StoreSchema>, archive: SchoolArchive): Promise<number> {
  const { school } = archive.school;
  const bookings = archive.of("booking");
  const definitions = archive.of("definition").map(({ revision, definition }) => ({
    school_id: school,
    revision,
    definition: JSON.stringify(definition),
  }));
  await inEach(definitions, (batch) => database.insertInto("school_definitions").values(batch));
  const kept = await mergeHirers(database, school, archive.of("hirer"));
  await inEach(
    bookings.map((line) => seriesRowOf(school, line)),
    (batch) => database.insertInto("series").values(batch),
  );
  await inEach(
    bookings.flatMap((line) => occurrenceRowsOf(school, line)),
    (batch) => database.insertInto("occurrences").values(batch),
  );
  await inEach(
    archive.of("block").map((line) => blockRowOf(school, line)),
    (batch) => database.insertInto("blocks").values(batch),
  );
  await inEach(
    archive.of("claim").map((line) => claimRowOf(school, line)),
    (batch) => database.insertInto("claims").values(batch),
  );
  await inEach(
    archive.of("event").map((line) => eventRowOf(school, line)),
    (batch) => database.insertInto("events").values(batch),
  );
  return kept;
}

async function writeDeliveries(
  database: Kysely<StoreSchema>,
  archive: SchoolArchive,
): Promise<void> {
  const { school, revision } = archive.school;
  const known = await database
    .selectFrom("listener_cursors")
    .select("listener_id")
    .distinct()
    .execute();
  const listeners = new Map(
    known.map(({ listener_id: id }) => [id, { id, revision, ordinal: LAST_ORDINAL }]),
  );
  for (const line of archive.of("listener")) listeners.set(line.id, line);
  await inEach(
    [...listeners.values()].map((line) => cursorRowOf(school, line)),
    (batch) => database.insertInto("listener_cursors").values(batch),
  );
  await inEach(
    archive.of("deadLetter").map((line) => deadLetterRowOf(school, line)),
    (batch) => database.insertInto("dead_letters").values(batch),
  );
}

async function writePluginRows(
  database: Kysely<StoreSchema>,
  archive: SchoolArchive,
  tables: readonly string[],
): Promise<void> {
  const { school } = archive.school;
  const lines = archive.of("pluginRow");
  for (const table of tables) {
    if (await hasPluginRows(database, school, table)) throw keptByPlugin(school, table);
    const rows = lines.filter((line) => line.table === table).map(({ row }) => row);
    await insertPluginRows(database, school, table, rows);
  }
}

async function inEach<Row>(
  rows: readonly Row[],
  insert: (batch: readonly Row[]) => { execute(): Promise<unknown> },
): Promise<void> {
  for (const batch of inBatches(rows)) await insert(batch).execute();
}

function present(school: string): ArchiveError {
  return new ArchiveError("SCHOOL_PRESENT", {
    cy: `Mae'r ysgol "${school}" yma eisoes, ac fe'i gadawyd fel y mae. Derbynnir archif i gronfa ddata nad yw'r ysgol ynddi.`,
    en: `School "${school}" is here already, and was left as it is. Take the archive into a database that does not have the school.`,
  });
}

function keptByPlugin(school: string, table: string): ArchiveError {
  return new ArchiveError("SCHOOL_PRESENT", {
    cy: `Mae ategyn yn cadw pethau'r ysgol "${school}" yma eisoes, yn y tabl ${table}; ni newidiwyd dim. Derbynnir archif i gronfa ddata nad oes dim o'r ysgol ynddi.`,
    en: `A plugin keeps things of school "${school}" here already, in the table ${table}; nothing was changed. Take the archive into a database that has nothing of the school.`,
  });
}

function unsound(details: readonly string[]): ArchiveError {
  return new ArchiveError(
    "ARCHIVE_UNSOUND",
    {
      cy: "Mae'r cyfriflyfr yn yr archif yn gwrth-ddweud ei hun; ni newidiwyd dim. Rhedwch neuadd doctor lle y'i gwnaed.",
      en: "The ledger in the archive contradicts itself; nothing was changed. Run neuadd doctor where it was made.",
    },
    { details: details.map((line) => ({ cy: line, en: line })) },
  );
}
