import type { Kysely } from "kysely";
import type { BillingDocument, DocumentKind } from "./billing-document.ts";
import type { TariffsTables } from "./tariffs-tables.ts";

type Tables = Kysely<TariffsTables>;

/** The documents of a booking, in the order in which they were issued. */
export async function readDocumentsOf(
  tables: Tables,
  school: string,
  booking: string,
): Promise<BillingDocument[]> {
  const rows = await tables
    .selectFrom("tariffs_documents")
    .select("document")
    .where("school", "=", school)
    .where("booking", "=", booking)
    .orderBy("issued_at")
    .orderBy("kind", "desc")
    .orderBy("number")
    .execute();
  return rows.map(({ document }) => JSON.parse(document) as BillingDocument);
}

/** Documents of a school of one kind, from a number on, in order: at most `limit`. */
export async function readDocuments(
  tables: Tables,
  school: string,
  kind: DocumentKind,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<BillingDocument[]> {
  const rows = await tables
    .selectFrom("tariffs_documents")
    .select("document")
    .where("school", "=", school)
    .where("kind", "=", kind)
    .where("number", ">", after)
    .orderBy("number")
    .limit(limit)
    .execute();
  return rows.map(({ document }) => JSON.parse(document) as BillingDocument);
}

export async function readDocument(
  tables: Tables,
  school: string,
  kind: DocumentKind,
  number: number,
): Promise<BillingDocument | undefined> {
  const [document] = await readDocuments(tables, school, kind, { after: number - 1, limit: 1 });
  return document?.number === number ? document : undefined;
}
