import type { Bilingual, Instant, Language, LocalDate } from "@neuadd/core";
import type { Account } from "./account.ts";
import type { PriceLineKind } from "./price-line.ts";
import type { Invoicing } from "./tariff.ts";

export const DOCUMENT_KINDS = ["invoice", "creditNote"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface DocumentLine {
  /** Of the charge in the account. */
  readonly key: string;
  readonly kind: PriceLineKind;
  readonly date?: LocalDate;
  readonly label: Bilingual;
  /** Whole pence, above zero: what an invoice asks for, or a credit note gives back. */
  readonly amountPence: number;
}

/** An invoice or a credit note as it was issued. It never changes: a credit note corrects an invoice. */
export interface BillingDocument {
  readonly kind: DocumentKind;
  /** Counts from 1 within the school and the kind, without gaps. */
  readonly number: number;
  readonly school: { readonly id: string; readonly name: Bilingual };
  readonly booking: { readonly id: string; readonly title: string };
  readonly hirer: { readonly id: string; readonly name: string; readonly language: Language };
  readonly issuedAt: Instant;
  /** The local date of issue, and for an invoice the date by which it is to be paid. */
  readonly issuedOn: LocalDate;
  readonly payBy?: LocalDate;
  readonly currency: string;
  readonly lines: readonly DocumentLine[];
  readonly totalPence: number;
  /** For a credit note: numbers of the invoices that asked for what it gives back. */
  readonly corrects: readonly number[];
  readonly invoicing?: Invoicing;
}

/** What is to be asked for, and what is to be given back, so that documents and account agree again. */
export interface UnsettledLines {
  readonly invoice: readonly DocumentLine[];
  readonly creditNote: readonly DocumentLine[];
}

/**
 * Compares an account with the documents issued so far, charge by charge. What is due and was not asked
 * for goes in an invoice; what was asked for and is not due goes in a credit note, which so never gives
 * back more than was charged. A charge that has gone from the account is given back whole.
 */
export function unsettledLines(
  account: Pick<Account, "lines">,
  issued: readonly Pick<BillingDocument, "kind" | "lines">[],
): UnsettledLines {
  const asked = new Map<string, DocumentLine>();
  for (const { kind, lines } of issued) {
    for (const line of lines) {
      const before = asked.get(line.key)?.amountPence ?? 0;
      const amountPence = before + (kind === "invoice" ? 1 : -1) * line.amountPence;
      asked.set(line.key, { ...line, amountPence });
    }
  }
  const due = new Map<string, DocumentLine>();
  for (const { key, kind, date, label, amountPence } of account.lines) {
    due.set(key, { key, kind, label, amountPence, ...(date !== undefined && { date }) });
  }
  const invoice: DocumentLine[] = [];
  const creditNote: DocumentLine[] = [];
  for (const [key, line] of new Map([...asked, ...due])) {
    const change = (due.get(key)?.amountPence ?? 0) - (asked.get(key)?.amountPence ?? 0);
    if (change > 0) invoice.push({ ...line, amountPence: change });
    if (change < 0) creditNote.push({ ...line, amountPence: -change });
  }
  return { invoice, creditNote };
}

/** The number as people write it: `INV-0042`, `CN-0007`. */
export function documentName({ kind, number }: Pick<BillingDocument, "kind" | "number">): string {
  return `${kind === "invoice" ? "INV" : "CN"}-${`${number}`.padStart(4, "0")}`;
}
