import { addDays, type Instant, type LocalDate } from "@neuadd/core";
import type { Kysely } from "kysely";
import { drawUpAccount, type Tax } from "./account.ts";
import {
  type BillingDocument,
  type DocumentKind,
  type DocumentLine,
  unsettledLines,
} from "./billing-document.ts";
import { readDocumentsOf } from "./read-documents.ts";
import { holdCounter, nextNumber } from "./next-number.ts";
import { readQuotes, readReleases } from "./tariff-store.ts";
import type { Invoicing } from "./tariff.ts";
import type { TariffsTables } from "./tariffs-tables.ts";

/** Whom and what the documents are about, read before: the transaction reads only what is the plugin's own. */
export interface IssueFacts {
  readonly school: BillingDocument["school"];
  readonly booking: BillingDocument["booking"];
  readonly hirer: BillingDocument["hirer"];
  readonly at: Instant;
  readonly on: LocalDate;
  readonly invoicing?: Invoicing;
  readonly tax?: Tax;
}

/**
 * Issues what a booking's account and its documents differ by: an invoice, a credit note, both, or none.
 * Numbers follow one another without gaps within a school, however many issue at once, and no charge is
 * asked for twice. Undefined when nothing was agreed for the booking.
 */
export async function issueDocuments(
  tables: Kysely<TariffsTables>,
  facts: IssueFacts,
): Promise<BillingDocument[] | undefined> {
  const { school, booking } = facts;
  return tables.transaction().execute(async (transaction) => {
    await holdCounter(transaction, school.id, "invoice");
    const [quote] = await readQuotes(transaction, school.id, booking.id);
    if (quote === undefined) return undefined;
    const releases = await readReleases(transaction, school.id, booking.id);
    const issued = await readDocumentsOf(transaction, school.id, booking.id);
    const { lines } = drawUpAccount(quote, releases, facts.tax);
    const unsettled = unsettledLines({ lines }, issued);
    const documents: BillingDocument[] = [];
    for (const kind of ["invoice", "creditNote"] as const) {
      if (unsettled[kind].length === 0) continue;
      const number = await nextNumber(transaction, school.id, kind);
      const document = makeDocument(facts, issued, {
        kind,
        number,
        currency: quote.currency,
        lines: unsettled[kind],
      });
      await transaction
        .insertInto("tariffs_documents")
        .values({
          school: school.id,
          kind,
          number,
          booking: booking.id,
          hirer: facts.hirer.id,
          issued_at: facts.at,
          document: JSON.stringify(document),
        })
        .execute();
      documents.push(document);
    }
    return documents;
  });
}

function makeDocument(
  { school, booking, hirer, at, on, invoicing }: IssueFacts,
  issued: readonly BillingDocument[],
  part: {
    readonly kind: DocumentKind;
    readonly number: number;
    readonly currency: string;
    readonly lines: readonly DocumentLine[];
  },
): BillingDocument {
  const keys = new Set(part.lines.map(({ key }) => key));
  const isInvoice = part.kind === "invoice";
  return {
    ...part,
    school,
    booking,
    hirer,
    issuedAt: at,
    issuedOn: on,
    ...(isInvoice && invoicing && { payBy: addDays(on, invoicing.paymentDays) }),
    totalPence: part.lines.reduce((sum, { amountPence }) => sum + amountPence, 0),
    corrects: isInvoice
      ? []
      : issued
          .filter(({ kind, lines }) => kind === "invoice" && lines.some(({ key }) => keys.has(key)))
          .map(({ number }) => number),
    ...(invoicing && { invoicing }),
  };
}
