import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { schoolUnknown } from "../ledger/unknown.ts";
import type { Services } from "../services.ts";
import { inTransaction } from "../store/in-transaction.ts";
import type { StoreSchema } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import { archiveLineText } from "./archive-line-text.ts";
import { ArchiveError } from "./archive-error.ts";
import type { SchoolArchive } from "./parse-archive.ts";
import { pluginHoldings } from "./plugin-holdings.ts";
import { deletePluginRows } from "./plugin-rows.ts";
import { readArchiveLines } from "./read-archive-lines.ts";

/**
 * Takes a school that has been moved out of the store that it came from, so that its hall is not let in two places: all that
 * the archive has of it, its keys, and hirers that no other school knows, with theirs. In one transaction, and only if what is
 * here is to the letter what the archive says.
 *
 * Throws SCHOOL_UNKNOWN, and ArchiveError ARCHIVE_BEHIND if something has happened since; then nothing has changed.
 */
export async function removeSchool(
  { store }: Pick<Services, "store">,
  archive: SchoolArchive,
): Promise<void> {
  const { school } = archive.school;
  await inTransaction<boolean, boolean>(store, {
    async lock(database) {
      const { numUpdatedRows } = await database
        .updateTable("schools")
        .set((expression) => ({ revision: expression("revision", "+", 0) }))
        .where("school_id", "=", school)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },
    async work(database, isHere) {
      if (!isHere) throw schoolUnknown(school);
      const [end] = archive.of("end");
      if ((await digestOf(database, store.engine, school)) !== end?.sha256) throw behind(school);
      await deletePlugins(database, store.engine, school);
      await deleteKeys(database, "school", school);
      for (const table of TABLES_BY_SCHOOL) {
        await database.deleteFrom(table).where("school_id", "=", school).execute();
      }
      await deleteUnknownHirers(database, archive);
      return true;
    },
    stands: async (_database, isHere) => !isHere,
  });
}

/** In this order, none refers to one that is gone. */
const TABLES_BY_SCHOOL = [
  "dead_letters",
  "listener_cursors",
  "claims",
  "occurrences",
  "series",
  "blocks",
  "events",
  "hirer_schools",
  "school_definitions",
  "schools",
] as const;

async function digestOf(
  database: Kysely<StoreSchema>,
  engine: Store["engine"],
  school: string,
): Promise<string> {
  const hash = createHash("sha256");
  for await (const line of readArchiveLines(database, engine, school)) {
    hash.update(archiveLineText(line));
  }
  return hash.digest("hex");
}

async function deletePlugins(
  database: Kysely<StoreSchema>,
  engine: Store["engine"],
  school: string,
): Promise<void> {
  for (const { tables } of await pluginHoldings(database, engine)) {
    for (const table of tables.keys()) await deletePluginRows(database, school, table);
  }
}

async function deleteUnknownHirers(
  database: Kysely<StoreSchema>,
  archive: SchoolArchive,
): Promise<void> {
  for (const { id } of archive.of("hirer")) {
    const known = await database
      .selectFrom("hirer_schools")
      .select("school_id")
      .where("hirer_id", "=", id)
      .limit(1)
      .executeTakeFirst();
    if (known !== undefined) continue;
    await deleteKeys(database, "hirer", id);
    await database.deleteFrom("hirers").where("hirer_id", "=", id).execute();
  }
}

async function deleteKeys(
  database: Kysely<StoreSchema>,
  kind: "school" | "hirer",
  owner: string,
): Promise<void> {
  const keys = await database
    .deleteFrom("api_keys")
    .where("kind", "=", kind)
    .where("owner_id", "=", owner)
    .returning("key_id")
    .execute();
  for (const { key_id } of keys) {
    await database.deleteFrom("desk_sessions").where("key_id", "=", key_id).execute();
    await database.deleteFrom("idempotency_keys").where("key_id", "=", key_id).execute();
  }
}

function behind(school: string): ArchiveError {
  return new ArchiveError("ARCHIVE_BEHIND", {
    cy: `Nid yr hyn sydd yn yr archif yw'r ysgol "${school}" yma mwyach: digwyddodd rhywbeth ers ei hallforio. Ni newidiwyd dim. Stopiwch y gweinydd, allforiwch hi eto, a derbyniwch yr archif honno yn y lle newydd.`,
    en: `School "${school}" is not what the archive says any more: something has happened since it was exported. Nothing was changed. Stop the server, export the school again, and take that archive in at the new place.`,
  });
}
