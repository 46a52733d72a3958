import type { HirerDocument, HirerDocumentKind } from "@neuadd/core";
import type { Kysely, Selectable } from "kysely";
import type { HirerChecksTables } from "./hirer-checks-tables.ts";

/** A document that a school has seen of a hirer. */
export interface SeenDocument extends HirerDocument {
  readonly id: string;
  readonly hirer: string;
}

/** What a school has seen of one hirer, those that end last first. */
export async function readDocuments(
  tables: Kysely<HirerChecksTables>,
  school: string,
  hirer: string,
): Promise<SeenDocument[]> {
  const rows = await tables
    .selectFrom("hirer_checks_documents")
    .selectAll()
    .where("school", "=", school)
    .where("hirer", "=", hirer)
    .orderBy("document")
    .execute();
  return rows.map(seenDocument);
}

/** Documents of all hirers of a school that end within a span, both ends inclusive: the first to end first. */
export async function readEndingDocuments(
  tables: Kysely<HirerChecksTables>,
  school: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<SeenDocument[]> {
  const rows = await tables
    .selectFrom("hirer_checks_documents")
    .selectAll()
    .where("school", "=", school)
    .where("valid_until", ">=", from)
    .where("valid_until", "<=", until)
    .orderBy("valid_until")
    .orderBy("document")
    .execute();
  return rows.map(seenDocument);
}

export async function addDocument(
  tables: Kysely<HirerChecksTables>,
  school: string,
  { id, hirer, ...document }: SeenDocument,
): Promise<void> {
  await tables
    .insertInto("hirer_checks_documents")
    .values({
      school,
      hirer,
      document: id,
      kind: document.kind,
      reference: document.reference,
      valid_from: document.validFrom,
      valid_until: document.validUntil ?? null,
      seen_by: document.seenBy,
      seen_on: document.seenOn,
    })
    .execute();
}

/** Forgets a document and its reminders; false if there is none of that id. */
export async function removeDocument(
  tables: Kysely<HirerChecksTables>,
  school: string,
  hirer: string,
  id: string,
): Promise<boolean> {
  const removed = await tables
    .deleteFrom("hirer_checks_documents")
    .where("school", "=", school)
    .where("hirer", "=", hirer)
    .where("document", "=", id)
    .returning("document")
    .execute();
  if (removed.length === 0) return false;
  await tables
    .deleteFrom("hirer_checks_reminders")
    .where("school", "=", school)
    .where("document", "=", id)
    .execute();
  return true;
}

function seenDocument(row: Selectable<HirerChecksTables["hirer_checks_documents"]>): SeenDocument {
  return {
    id: row.document,
    hirer: row.hirer,
    // Only what the schema of the route has let through is in the table.
    kind: row.kind as HirerDocumentKind,
    reference: row.reference,
    validFrom: row.valid_from,
    ...(row.valid_until !== null && { validUntil: row.valid_until }),
    seenBy: row.seen_by,
    seenOn: row.seen_on,
  };
}
