import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type Language, sayShortDate } from "@neuadd/core";
import { type BillingDocument, documentName } from "./billing-document.ts";
import { DOCUMENT_TITLES, DOCUMENT_WORDS } from "./document-words.ts";
import { sayMoney } from "./money.ts";
import { unpackWoff } from "./unpack-woff.ts";

const MARGIN = 56;
const AMOUNT_WIDTH = 90;
const FOOT = 80;

/**
 * A document as PDF, A4, tagged for screen readers (a heading, paragraphs, a table with headers) in the
 * language asked for. Its letters are embedded, since no reader of PDF has ŵ and ŷ of its own. The same
 * document gives the same bytes, whenever it is asked for.
 */
export async function documentPdf(
  document: BillingDocument,
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = await openSheet(document, language);
  const { pdf } = sheet;
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const written = { ...sheet, root };
  writeHead(written, document, language);
  writeTable(written, document, language);
  writeFoot(written, document, language);
  root.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of endOf(pdf)) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

type Pdf = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

interface Sheet {
  readonly pdf: Pdf;
  readonly width: number;
}

interface WrittenSheet extends Sheet {
  readonly root: Element;
}

async function openSheet(document: BillingDocument, language: Language): Promise<Sheet> {
  // Loaded when first needed: a server that prints nothing need not hold it in memory.
  const { default: PDFDocument } = await import("pdfkit");
  const title = `${DOCUMENT_TITLES[document.kind][language]} ${documentName(document)}`;
  const pdf = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    tagged: true,
    lang: language,
    displayTitle: true,
    pdfVersion: "1.7",
    info: {
      Title: title,
      Author: document.invoicing?.payee ?? document.school.name[language],
      CreationDate: new Date(document.issuedAt),
    },
  });
  pdf.registerFont("text", await fontFile("Regular"));
  pdf.registerFont("strong", await fontFile("Bold"));
  return { pdf, width: pdf.page.width - 2 * MARGIN };
}

async function fontFile(weight: "Regular" | "Bold"): Promise<Buffer> {
  const path = `roboto-fontface/fonts/roboto/Roboto-${weight}.woff`;
  return unpackWoff(await readFile(createRequire(import.meta.url).resolve(path)));
}

function writeHead(sheet: WrittenSheet, document: BillingDocument, language: Language): void {
  const { invoicing, school, hirer, booking } = document;
  const word = (name: keyof typeof DOCUMENT_WORDS) => DOCUMENT_WORDS[name][language];
  const title = `${DOCUMENT_TITLES[document.kind][language]} ${documentName(document)}`;
  write(sheet, "H1", title, { font: "strong", size: 20 });
  const payee = [invoicing?.payee ?? school.name[language], ...(invoicing?.address ?? [])];
  write(sheet, "P", payee.join("\n"), { font: "text", size: 10 });
  const corrects = document.corrects.map((number) => documentName({ kind: "invoice", number }));
  const facts = [
    `${word("to")}: ${hirer.name}`,
    `${word("booking")}: ${booking.title} (${booking.id})`,
    `${word("issued")}: ${sayShortDate(document.issuedOn, language)}`,
    ...(document.payBy === undefined
      ? []
      : [`${word("payBy")}: ${sayShortDate(document.payBy, language)}`]),
    ...(corrects.length === 0 ? [] : [`${word("corrects")}: ${corrects.join(", ")}`]),
  ];
  write(sheet, "P", facts.join("\n"), { font: "text", size: 10 });
}

function writeTable(sheet: WrittenSheet, document: BillingDocument, language: Language): void {
  const { pdf, root } = sheet;
  const table = pdf.struct("Table");
  root.add(table);
  const say = (amountPence: number) => sayMoney(amountPence, document.currency);
  const head = [DOCUMENT_WORDS.what[language], DOCUMENT_WORDS.amount[language]] as const;
  writeRow(sheet, table, head, "strong");
  for (const { label, amountPence } of document.lines) {
    writeRow(sheet, table, [label[language], say(amountPence)], "text");
  }
  const total = [DOCUMENT_WORDS.total[language], say(document.totalPence)] as const;
  writeRow(sheet, table, total, "strong");
  table.end();
}

/** A row never breaks over two pages; the next page begins where it would not fit. */
function writeRow(
  { pdf, width }: WrittenSheet,
  table: Element,
  [what, amount]: readonly [string, string],
  font: "text" | "strong",
): void {
  const whatWidth = width - AMOUNT_WIDTH - 12;
  pdf.font(font).fontSize(10);
  const height = pdf.heightOfString(what, { width: whatWidth });
  if (pdf.y + height > pdf.page.height - FOOT) pdf.addPage();
  const top = pdf.y;
  const kind = font === "strong" ? "TH" : "TD";
  const row = pdf.struct("TR");
  table.add(row);
  row.add(pdf.struct(kind, {}, () => void pdf.text(what, MARGIN, top, { width: whatWidth })));
  row.add(
    pdf.struct(kind, {}, () => {
      const left = MARGIN + width - AMOUNT_WIDTH;
      pdf.text(amount, left, top, { width: AMOUNT_WIDTH, align: "right" });
    }),
  );
  row.end();
  pdf.y = top + height + 5;
}

function writeFoot(sheet: WrittenSheet, document: BillingDocument, language: Language): void {
  const { invoicing, kind } = document;
  if (invoicing === undefined) return;
  const { vatNumber, payment } = invoicing;
  const sentences = [
    ...(kind === "invoice" ? [payment[language]] : []),
    ...(vatNumber === undefined ? [] : [`${DOCUMENT_WORDS.vatNumber[language]}: ${vatNumber}`]),
  ];
  if (sentences.length > 0) write(sheet, "P", sentences.join("\n"), { font: "text", size: 10 });
}

function write(
  { pdf, root, width }: WrittenSheet,
  kind: "H1" | "P",
  text: string,
  { font, size }: { readonly font: string; readonly size: number },
): void {
  pdf.font(font).fontSize(size);
  const height = pdf.heightOfString(text, { width });
  if (pdf.y + height > pdf.page.height - FOOT) pdf.addPage();
  const top = pdf.y;
  const element = pdf.struct(kind, {}, () => void pdf.text(text, MARGIN, top, { width }));
  root.add(element);
  element.end();
  pdf.y = top + height + 14;
}

function endOf(pdf: Pdf): AsyncIterable<Uint8Array> {
  pdf.end();
  return pdf as AsyncIterable<Uint8Array>;
}
