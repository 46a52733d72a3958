import type { Instant } from "@neuadd/core";
import {
  type BookingPlace,
  ERASED_TEXT,
  financialYearsBefore,
  namesPerson,
  type PersonalData,
} from "@neuadd/plugin-kit";
import type { Kysely, Selectable } from "kysely";
import type { VatTables } from "./vat-tables.ts";

const KEPT_YEARS = 6;
/** As JSON has it: whatever comes after is the note. */
const NOTE = '%"note":"%';

/**
 * The one text that somebody writes is the note beside a decision. With the decision it is the evidence of how a supply was
 * treated; when the law asks for it no longer, the note goes and the decision stays. All else is facts, dates and ids.
 */
export const vatPersonalData: PersonalData = {
  holds: [
    {
      table: "vat_decisions",
      what: {
        cy: "Y nodyn a ysgrifennodd yr ysgol wrth benderfynu ar TAW archeb.",
        en: "The note that the school wrote when it decided on the VAT of a booking.",
      },
      kept: {
        reason: {
          cy: "Rhaid cadw tystiolaeth o'r modd y triniwyd cyflenwad am chwe blynedd (Deddf Treth ar Werth 1994, Atodlen 11, paragraff 6).",
          en: "Evidence of how a supply was treated has to be kept for six years (Value Added Tax Act 1994, Schedule 11, paragraph 6).",
        },
        financialYears: KEPT_YEARS,
      },
    },
  ],

  async export({ tables }, subject) {
    const rows = await notedDecisions(tables<VatTables>()).execute();
    const places = new Set(subject.bookings.map(placeKey));
    const isOfSubject = (row: DecisionRow) =>
      places.has(placeKey(row)) &&
      (subject.kind !== "person" || namesPerson(row.decision, subject));
    return rows.filter(isOfSubject).map(({ decision, at, ...row }) => ({
      table: "vat_decisions",
      record: { ...row, at: new Date(Number(at)).toISOString(), ...JSON.parse(decision) },
    }));
  },

  async erase({ tables, now }) {
    await takeNotesOut(tables<VatTables>(), financialYearsBefore(now, KEPT_YEARS));
  },

  expire({ tables, now }, { bookingsBefore }) {
    const before = Math.min(bookingsBefore, financialYearsBefore(now, KEPT_YEARS));
    return takeNotesOut(tables<VatTables>(), before);
  },
};

type DecisionRow = Pick<
  Selectable<VatTables["vat_decisions"]>,
  "school" | "booking" | "number" | "at" | "decision"
>;

function placeKey({ school, booking }: BookingPlace): string {
  return `${school} ${booking}`;
}

function notedDecisions(tables: Kysely<VatTables>) {
  return tables
    .selectFrom("vat_decisions")
    .select(["school", "booking", "number", "at", "decision"])
    .where("decision", "like", NOTE)
    .orderBy("school")
    .orderBy("booking")
    .orderBy("number");
}

/** Takes the notes out of decisions of before an instant. Answers of how many. */
async function takeNotesOut(tables: Kysely<VatTables>, before: Instant): Promise<number> {
  const rows = await notedDecisions(tables)
    .where("at", "<", before)
    .where("decision", "not like", `%"note":"${ERASED_TEXT}"%`)
    .execute();
  for (const { school, booking, number, decision } of rows) {
    const noteless: object = { ...JSON.parse(decision), note: ERASED_TEXT };
    await tables
      .updateTable("vat_decisions")
      .set({ decision: JSON.stringify(noteless) })
      .where("school", "=", school)
      .where("booking", "=", booking)
      .where("number", "=", number)
      .execute();
  }
  return rows.length;
}
