import type { Language } from "@neuadd/core";
import type { Kysely } from "kysely";
import type { DocumentKind } from "./billing-document.ts";
import { csvHead, csvRows } from "./document-csv.ts";
import { readDocuments } from "./read-documents.ts";
import type { TariffsTables } from "./tariffs-tables.ts";

/** How many documents are held at a time, however many a school has issued. */
const BATCH = 100;

export interface DocumentsWanted {
  readonly school: string;
  readonly kind: DocumentKind;
  /** The documents after this number; 0 for all. */
  readonly after: number;
  readonly language: Language;
}

/** All documents of a kind as one CSV, read from the tables no faster than it is taken. */
export function streamDocumentsCsv(
  tables: Kysely<TariffsTables>,
  { school, kind, after, language }: DocumentsWanted,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let last = after;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(csvHead()));
    },
    async pull(controller) {
      const documents = await readDocuments(tables, school, kind, { after: last, limit: BATCH });
      last = documents.at(-1)?.number ?? last;
      if (documents.length > 0) controller.enqueue(encoder.encode(csvRows(documents, language)));
      if (documents.length < BATCH) controller.close();
    },
  });
}
