import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Services } from "../services.ts";
import { inTransaction } from "../store/in-transaction.ts";
import type { StoreSchema } from "../store/schema.ts";
import { affectedOccurrences, type AffectedOccurrence } from "./affected-occurrences.ts";
import { insertEvents } from "./insert-events.ts";
import type { LedgerActor } from "./ledger-actor.ts";
import { inLedger, isCommandOf, type Ledger } from "./ledger-transaction.ts";
import { readLiveUses } from "./live-uses.ts";
import { importInvalid, parseSchoolImport, type ParsedImport } from "./parse-school-import.ts";
import { reclaim } from "./reclaim.ts";

export interface SchoolImportResult {
  readonly school: string;
  readonly created: boolean;
  /** False when the file says what the server knew already: nothing was written, and there is no new revision. */
  readonly changed: boolean;
  readonly revision: number;
  /** Live bookings on days whose kind or hours are others now. None of them was changed: people decide. */
  readonly affected: readonly AffectedOccurrence[];
}

/**
 * Takes a school in from its file (see SchoolImportSchema), or changes it to what the file says.
 *
 * Bookings are kept as they are. Should a space now have other leaves, its claims are moved to them; if two bookings
 * would then be in each other's way, or a space that is booked or blocked is gone, or the zone of a school with
 * bookings is another, the import is refused.
 *
 * Throws CoreError IMPORT_INVALID with all faults and their JSON pointers; then nothing has changed.
 */
export async function importSchool(
  services: Services,
  actor: LedgerActor,
  definition: unknown,
): Promise<SchoolImportResult> {
  const parsed = parseSchoolImport(definition);
  const created = await createSchool(services, actor, parsed);
  return created ?? changeSchool(services, actor, parsed);
}

/** Undefined if the school is there already. */
async function createSchool(
  services: Services,
  actor: LedgerActor,
  { definition }: ParsedImport,
): Promise<SchoolImportResult | undefined> {
  const { id: school, authority } = definition.school;
  const revision = 1;
  const commandId = randomUUID();
  const isCreated = await inTransaction<boolean, boolean>(services.store, {
    lock: (database) => insertSchool(database, { school, authority, revision }),
    async work(database, isNew) {
      if (!isNew) return false;
      await insertDefinition(database, school, revision, definition);
      const entry = { school, revision, actor, at: services.clock.now(), commandId };
      await insertEvents(database, entry, [
        { type: "school.imported", data: { created: true, affected: 0 } },
      ]);
      return true;
    },
    stands: async (database, _isNew, wasCreated) =>
      wasCreated && (await isCommandOf(database, school, revision, commandId)),
  });
  if (!isCreated) return undefined;
  services.announce(school);
  return { school, created: true, changed: true, revision, affected: [] };
}

/** False if the school is there already. Waits for another that is just creating it. */
async function insertSchool(
  database: Kysely<StoreSchema>,
  row: { readonly school: string; readonly authority: string; readonly revision: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database
    .insertInto("schools")
    .values({
      school_id: row.school,
      authority_id: row.authority,
      revision: row.revision,
      definition_revision: row.revision,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows !== 0n;
}

async function changeSchool(
  services: Services,
  actor: LedgerActor,
  parsed: ParsedImport,
): Promise<SchoolImportResult> {
  const { definition, tree } = parsed;
  const { id: school, authority } = definition.school;
  return inLedger<SchoolImportResult>(services, school, actor, async (ledger, unchanged) => {
    const { database, model, revision } = ledger;
    if (JSON.stringify(definition) === (await readDefinition(ledger))) {
      const before = { school, created: false, changed: false, revision: revision - 1 };
      throw unchanged({ ...before, affected: [] });
    }
    const uses = await readLiveUses(database, school, ledger.now);
    const faults = await reclaim(ledger, uses, tree, definition.school.zone);
    if (faults.length > 0) throw importInvalid(faults);
    const affected = affectedOccurrences(model, { ...definition, tree }, uses);
    await database
      .updateTable("schools")
      .set({ authority_id: authority, definition_revision: revision })
      .where("school_id", "=", school)
      .execute();
    await insertDefinition(database, school, revision, definition);
    ledger.emit("school.imported", { created: false, affected: affected.length });
    return { school, created: false, changed: true, revision, affected };
  });
}

async function readDefinition({ database, school, model }: Ledger): Promise<string> {
  const { definition } = await database
    .selectFrom("school_definitions")
    .select("definition")
    .where("school_id", "=", school)
    .where("revision", "=", model.definitionRevision)
    .executeTakeFirstOrThrow();
  return definition;
}

async function insertDefinition(
  database: Kysely<StoreSchema>,
  school: string,
  revision: number,
  definition: ParsedImport["definition"],
): Promise<void> {
  await database
    .insertInto("school_definitions")
    .values({ school_id: school, revision, definition: JSON.stringify(definition) })
    .execute();
}
