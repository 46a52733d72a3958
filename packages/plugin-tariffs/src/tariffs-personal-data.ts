import type { Instant } from "@neuadd/core";
import {
  type DataSubject,
  ERASED_TEXT,
  financialYearsBefore,
  type HeldRecord,
  namesPerson,
  type PersonalData,
} from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { BillingDocument } from "./billing-document.ts";
import { readDocumentsOf } from "./read-documents.ts";
import type { TariffsTables } from "./tariffs-tables.ts";

/** What has to be kept of a supply, and for how long: VATA 1994, Schedule 11, paragraph 6. */
const KEPT_YEARS = 6;

/**
 * Documents name whom they were issued to. They are records of supplies, and stay as they were issued while the law asks for
 * them; then name and title go, and number, lines and sums stay. Quotes and releases hold ids, dates and sums.
 */
export const tariffsPersonalData: PersonalData = {
  holds: [
    {
      table: "tariffs_documents",
      what: {
        cy: "Enw'r llogwr a theitl yr archeb ar anfonebau a nodiadau credyd.",
        en: "The hirer's name and the booking's title on invoices and credit notes.",
      },
      kept: {
        reason: {
          cy: "Rhaid cadw cofnodion cyflenwadau am chwe blynedd (Deddf Treth ar Werth 1994, Atodlen 11, paragraff 6).",
          en: "Records of supplies have to be kept for six years (Value Added Tax Act 1994, Schedule 11, paragraph 6).",
        },
        financialYears: KEPT_YEARS,
      },
    },
  ],

  async export({ tables }, subject) {
    const documents = await documentsOf(tables<TariffsTables>(), subject);
    return documents.map((document): HeldRecord => {
      const issuedAt = new Date(document.issuedAt).toISOString();
      return { table: "tariffs_documents", record: { ...document, issuedAt } };
    });
  },

  async erase({ tables, now }) {
    await takeNamesOut(tables<TariffsTables>(), financialYearsBefore(now, KEPT_YEARS));
  },

  expire({ tables, now }, { bookingsBefore }) {
    const before = Math.min(bookingsBefore, financialYearsBefore(now, KEPT_YEARS));
    return takeNamesOut(tables<TariffsTables>(), before);
  },
};

async function documentsOf(
  tables: Kysely<TariffsTables>,
  subject: DataSubject,
): Promise<BillingDocument[]> {
  if (subject.kind === "bookings") {
    const lists = subject.bookings.map(({ school, booking }) =>
      readDocumentsOf(tables, school, booking),
    );
    return (await Promise.all(lists)).flat();
  }
  const rows = await tables
    .selectFrom("tariffs_documents")
    .select("document")
    .where("hirer", "=", subject.hirer)
    .orderBy("school")
    .orderBy("kind")
    .orderBy("number")
    .execute();
  const documents = rows.map(({ document }) => JSON.parse(document) as BillingDocument);
  if (subject.kind === "hirer") return documents;
  return documents.filter(({ hirer, booking }) =>
    namesPerson(`${hirer.name}\n${booking.title}`, subject),
  );
}

/** Takes names and titles out of documents that were issued before an instant. Answers of how many. */
async function takeNamesOut(tables: Kysely<TariffsTables>, before: Instant): Promise<number> {
  const rows = await tables
    .selectFrom("tariffs_documents")
    .select(["school", "kind", "number", "document"])
    .where("issued_at", "<", before)
    .where("document", "not like", `%"name":"${ERASED_TEXT}"%`)
    .execute();
  for (const { school, kind, number, document } of rows) {
    const issued = JSON.parse(document) as BillingDocument;
    const nameless: BillingDocument = {
      ...issued,
      booking: { ...issued.booking, title: ERASED_TEXT },
      hirer: { ...issued.hirer, name: ERASED_TEXT },
    };
    await tables
      .updateTable("tariffs_documents")
      .set({ document: JSON.stringify(nameless) })
      .where("school", "=", school)
      .where("kind", "=", kind)
      .where("number", "=", number)
      .execute();
  }
  return rows.length;
}
