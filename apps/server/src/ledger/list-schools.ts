import type { School } from "@neuadd/core";
import { type RawBuilder, sql } from "kysely";
import type { Services } from "../services.ts";
import { inBatches } from "../store/in-batches.ts";
import type { Store } from "../store/store.ts";

/** What a process knows of all schools: those as of a stamp, each with the version of its definition. */
interface KnownSchools {
  readonly stamp: string;
  readonly entries: Promise<ReadonlyMap<string, Entry>>;
  readonly schools: Promise<readonly School[]>;
}

interface Entry {
  readonly definitionRevision: number;
  readonly school: School;
}

const known = new WeakMap<Store, KnownSchools>();

/**
 * All schools by id, without their premises and calendars. It is the same array until a definition changes, at the cost
 * of one statement; then those that did are read, in as few statements as it takes. An authority, or a country, has
 * too many to read each for a list.
 */
export async function listSchools({ store }: Pick<Services, "store">): Promise<readonly School[]> {
  // Read first: what is written in between then stands under an older stamp, which the next question mends.
  const stamp = await readStamp(store);
  const before = known.get(store);
  if (before?.stamp === stamp) return before.schools;
  const entries = (async () => readEntries(store, (await before?.entries) ?? new Map()))();
  const schools = entries.then((all) => [...all.values()].map(({ school }) => school));
  known.set(store, { stamp, entries, schools });
  try {
    return await schools;
  } catch (error) {
    known.delete(store);
    throw error;
  }
}

/** Another as soon as a school comes or goes or has another definition: counts alone could come out the same. */
async function readStamp({ database }: Store): Promise<string> {
  const { rows } = await sql<{ stamp: string | null }>`
    select string_agg(school_id || ' ' || definition_revision, ' ' order by school_id) as stamp
    from schools`.execute(database);
  return rows[0]?.stamp ?? "";
}

async function readEntries(
  store: Store,
  before: ReadonlyMap<string, Entry>,
): Promise<ReadonlyMap<string, Entry>> {
  const versions = await store.database
    .selectFrom("schools")
    .select(["school_id", "definition_revision"])
    .orderBy("school_id")
    .execute();
  const changed = versions.filter(
    ({ school_id, definition_revision }) =>
      before.get(school_id)?.definitionRevision !== definition_revision,
  );
  const read = await readSchools(
    store,
    changed.map(({ school_id }) => school_id),
  );
  const entries = new Map<string, Entry>();
  for (const { school_id: id } of versions) {
    const entry = read.get(id) ?? before.get(id);
    if (entry !== undefined) entries.set(id, entry);
  }
  return entries;
}

async function readSchools(
  { engine, database }: Store,
  ids: readonly string[],
): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for (const batch of inBatches(ids)) {
    const rows = await database
      .selectFrom("schools")
      .innerJoin("school_definitions", (join) =>
        join
          .onRef("school_definitions.school_id", "=", "schools.school_id")
          .onRef("school_definitions.revision", "=", "schools.definition_revision"),
      )
      .select(["schools.school_id", "schools.definition_revision"])
      .select(SCHOOL_OF_DEFINITION[engine].as("school"))
      .where("schools.school_id", "in", batch)
      .execute();
    for (const { school_id, definition_revision, school } of rows) {
      entries.set(school_id, {
        definitionRevision: definition_revision,
        school: JSON.parse(school) as School,
      });
    }
  }
  return entries;
}

/** The engine takes the school out of its definition, of which it is a small part. */
const SCHOOL_OF_DEFINITION: Readonly<Record<Store["engine"], RawBuilder<string>>> = {
  sqlite: sql<string>`json_extract(school_definitions.definition, '$.school')`,
  postgres: sql<string>`(school_definitions.definition::json -> 'school')::text`,
};
