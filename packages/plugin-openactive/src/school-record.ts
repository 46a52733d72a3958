import type { Instant } from "@neuadd/core";
import type { Kysely, Selectable } from "kysely";
import type { OpenActiveTables } from "./openactive-tables.ts";
import type { Publication } from "./publication.ts";

/** What the plugin keeps of a school that publishes, or has published. */
export interface SchoolRecord {
  readonly school: string;
  readonly publication: Publication;
  readonly isPublished: boolean;
  /** The revision of the ledger that the feeds tell of. */
  readonly revision: number;
  /** Since when it has published. */
  readonly publishedAt: Instant;
}

/** Undefined for a school that has never published. */
export async function readRecord(
  tables: Kysely<OpenActiveTables>,
  school: string,
): Promise<SchoolRecord | undefined> {
  const row = await tables
    .selectFrom("openactive_schools")
    .selectAll()
    .where("school", "=", school)
    .executeTakeFirst();
  return row && schoolRecord(row);
}

/** Schools that publish, or have published, by id. */
export async function allRecords(tables: Kysely<OpenActiveTables>): Promise<SchoolRecord[]> {
  const rows = await tables
    .selectFrom("openactive_schools")
    .selectAll()
    .orderBy("school")
    .execute();
  return rows.map(schoolRecord);
}

/** Schools that publish now, by id. */
export async function publishedSchools(tables: Kysely<OpenActiveTables>): Promise<SchoolRecord[]> {
  return (await allRecords(tables)).filter(({ isPublished }) => isPublished);
}

/** Keeps what a school wants published, or that it wants nothing published any more. */
export async function keepRecord(
  tables: Kysely<OpenActiveTables>,
  school: string,
  change: { readonly publication: Publication; readonly isPublished: boolean },
  now: Instant,
): Promise<void> {
  const publication = JSON.stringify(change.publication);
  const is_published = change.isPublished ? 1 : 0;
  await tables
    .insertInto("openactive_schools")
    .values({
      school,
      publication,
      is_published,
      change_number: 0,
      revision: 0,
      computed_at: 0,
      published_at: now,
    })
    // The feeds must be worked out anew, whatever they were worked out from.
    .onConflict((conflict) =>
      conflict
        .column("school")
        .doUpdateSet({ publication, is_published, revision: 0, computed_at: 0 }),
    )
    .execute();
}

function schoolRecord(row: Selectable<OpenActiveTables["openactive_schools"]>): SchoolRecord {
  return {
    school: row.school,
    publication: JSON.parse(row.publication) as Publication,
    isPublished: row.is_published === 1,
    revision: Number(row.revision),
    publishedAt: Number(row.published_at),
  };
}
