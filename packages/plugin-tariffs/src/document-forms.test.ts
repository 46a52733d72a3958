import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import type { BillingDocument } from "./billing-document.ts";
import { documentsCsv } from "./document-csv.ts";
import { documentPdf } from "./document-pdf.ts";

const document: BillingDocument = {
  kind: "invoice",
  number: 42,
  school: { id: "ysgol-y-bryn", name: { cy: "Ysgol y Bryn", en: "Ysgol y Bryn" } },
  booking: { id: "bkg_1", title: '=Ŵyl y "tŷ", hwyl' },
  hirer: { id: "hir_1", name: "Côr y Gŵyr", language: "cy" },
  issuedAt: Date.UTC(2026, 8, 30, 9),
  issuedOn: "2026-09-30",
  payBy: "2026-10-30",
  currency: "GBP",
  lines: Array.from({ length: 60 }, (_, index) => ({
    key: `${index}`,
    kind: "hire" as const,
    date: "2026-09-08",
    label: { cy: `Neuadd y tŷ, ŵyth ${index}`, en: `House hall ${index}` },
    amountPence: 123_450 + index,
  })),
  totalPence: 7_408_770,
  corrects: [],
  invoicing: {
    payee: "Cyngor Blaenau Gwent",
    address: ["Glynebwy"],
    paymentDays: 30,
    payment: { cy: "Talwch â BACS", en: "Pay by BACS" },
    vatNumber: "GB 123 4567 89",
  },
};

async function readPdf(data: Uint8Array<ArrayBuffer>) {
  const loading = getDocument({ data: data.slice(), verbosity: 0 });
  const pdf = await loading.promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1);
      const { items } = await page.getTextContent();
      return {
        text: items.map((item) => ("str" in item ? item.str : "")).join(" "),
        tree: JSON.stringify(await page.getStructTree()),
      };
    }),
  );
  const metadata = await pdf.getMetadata();
  await loading.destroy();
  return { pages, text: pages.map(({ text }) => text).join(" "), metadata };
}

describe("documentPdf", () => {
  it("keeps every line as text that can be taken out again, Welsh letters and all, over as many pages as it needs", async () => {
    const { pages, text } = await readPdf(await documentPdf(document, "cy"));
    expect(pages.length).toBeGreaterThan(1);
    for (const { label } of document.lines) expect(text).toContain(label.cy);
    expect(text).toContain("Anfoneb INV-0042");
    expect(text).toContain("Côr y Gŵyr");
    expect(text).toContain("I'w dalu erbyn: 30 Hydref 2026");
    expect(text).toContain("£74,087.70");
  });

  it("is tagged with a heading and a table, in the language asked for", async () => {
    const { pages, metadata } = await readPdf(await documentPdf(document, "en"));
    const tree = pages.map((page) => page.tree).join("");
    for (const role of ["H1", "Table", "TR", "TH", "TD"]) expect(tree).toContain(`"${role}"`);
    expect(metadata.info).toMatchObject({ Title: "Invoice INV-0042", Language: "en" });
  });

  it("gives the same bytes for the same document", async () => {
    const [one, other] = [await documentPdf(document, "en"), await documentPdf(document, "en")];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it("names the invoices that a credit note corrects, and asks for no payment", async () => {
    const credit: BillingDocument = { ...document, kind: "creditNote", number: 7, corrects: [42] };
    const { text } = await readPdf(await documentPdf(credit, "en"));
    expect(text).toContain("Credit note CN-0007");
    expect(text).toContain("Corrects: INV-0042");
    expect(text).not.toContain("BACS");
  });
});

describe("documentsCsv", () => {
  it("has a row for each line, quoted, without formulas, for spreadsheets that need the mark for ŵ", () => {
    const short = { ...document, lines: document.lines.slice(0, 1) };
    expect(documentsCsv([short], "cy")).toBe(
      [
        "\uFEFFnumber,kind,issued_on,pay_by,corrects,booking,title,hirer,hirer_name,date,description,amount,currency",
        'INV-0042,Anfoneb,2026-09-30,2026-10-30,,bkg_1,"\'=Ŵyl y ""tŷ"", hwyl",hir_1,Côr y Gŵyr,2026-09-08,"Neuadd y tŷ, ŵyth 0",1234.50,GBP',
        "",
      ].join("\r\n"),
    );
  });

  it("counts credit notes below zero, so that the column adds up", () => {
    const credit = { ...document, kind: "creditNote" as const, corrects: [42] };
    expect(documentsCsv([{ ...credit, lines: document.lines.slice(1, 2) }], "en")).toContain(
      ",-1234.51,GBP",
    );
  });
});
