import type { Language } from "@neuadd/core";
import { type BillingDocument, documentName } from "./billing-document.ts";
import { DOCUMENT_TITLES } from "./document-words.ts";

/** The columns, in order. Their names are for programs, and the same in both languages. */
const CSV_COLUMNS = [
  "number",
  "kind",
  "issued_on",
  "pay_by",
  "corrects",
  "booking",
  "title",
  "hirer",
  "hirer_name",
  "date",
  "description",
  "amount",
  "currency",
] as const;

/**
 * Documents as CSV (RFC 4180), a row for each line, for a school's accounts. Amounts are in whole units with
 * two decimals; those of credit notes are negative, so that the column adds up. It begins with a byte order
 * mark, without which spreadsheets misread ŵ and ŷ; a text that a spreadsheet would take for a formula gets
 * an apostrophe before it.
 */
export function documentsCsv(documents: readonly BillingDocument[], language: Language): string {
  return csvHead() + csvRows(documents, language);
}

/** What comes before the rows of the first document. */
export function csvHead(): string {
  return `\uFEFF${csvLine(CSV_COLUMNS)}`;
}

/** The rows of some documents, to follow those of others. */
export function csvRows(documents: readonly BillingDocument[], language: Language): string {
  return documents
    .flatMap((document) => rowsOf(document, language))
    .map(csvLine)
    .join("");
}

function csvLine(fields: readonly string[]): string {
  return `${fields.map(quoted).join(",")}\r\n`;
}

function rowsOf(document: BillingDocument, language: Language): string[][] {
  const { kind, issuedOn, payBy = "", corrects, booking, hirer, currency, lines } = document;
  const sign = kind === "creditNote" ? "-" : "";
  return lines.map(({ date = "", label, amountPence }) => [
    documentName(document),
    DOCUMENT_TITLES[kind][language],
    issuedOn,
    payBy,
    corrects.map((number) => documentName({ kind: "invoice", number })).join(" "),
    booking.id,
    plainText(booking.title),
    hirer.id,
    plainText(hirer.name),
    date,
    plainText(label[language]),
    `${sign}${Math.floor(amountPence / 100)}.${`${amountPence % 100}`.padStart(2, "0")}`,
    currency,
  ]);
}

function plainText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
