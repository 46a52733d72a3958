import type { Bilingual } from "@neuadd/core";
import type { DocumentKind } from "./billing-document.ts";

/** Names of the parts of invoices and credit notes. */
export const DOCUMENT_WORDS = {
  to: { cy: "At", en: "To" },
  booking: { cy: "Archeb", en: "Booking" },
  issued: { cy: "Dyddiad", en: "Date" },
  payBy: { cy: "I'w dalu erbyn", en: "To be paid by" },
  corrects: { cy: "Yn cywiro", en: "Corrects" },
  what: { cy: "Disgrifiad", en: "Description" },
  amount: { cy: "Swm", en: "Amount" },
  total: { cy: "Cyfanswm", en: "Total" },
  vatNumber: { cy: "Rhif cofrestru TAW", en: "VAT registration number" },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const DOCUMENT_TITLES: Readonly<Record<DocumentKind, Bilingual>> = {
  invoice: { cy: "Anfoneb", en: "Invoice" },
  creditNote: { cy: "Nodyn credyd", en: "Credit note" },
};
