import type { Plugin } from "@neuadd/plugin-kit";

/** The plugin's own tables. Rows are added and never changed: what was known and decided when stays to be seen. */
export interface VatTables {
  vat_suppliers: { school: string; number: number; at: number; actor: string; facts: string };
  vat_agreements: {
    school: string;
    booking: string;
    number: number;
    at: number;
    actor: string;
    facts: string;
  };
  vat_assessments: {
    school: string;
    booking: string;
    number: number;
    revision: number;
    at: number;
    assessment: string;
  };
  vat_decisions: {
    school: string;
    booking: string;
    number: number;
    /** Number of the assessment that the school had before it. */
    assessment: number;
    at: number;
    actor: string;
    decision: string;
  };
}

/** Run once each, in order of name. */
export const vatMigrations: NonNullable<Plugin["migrations"]> = {
  "0001_vat": {
    async up(database) {
      await database.schema
        .createTable("vat_suppliers")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("number", "integer", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addColumn("actor", "text", (column) => column.notNull())
        .addColumn("facts", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("vat_suppliers_key", ["school", "number"])
        .execute();
      for (const [name, content] of [
        ["agreements", "facts"],
        ["decisions", "decision"],
        ["assessments", "assessment"],
      ] as const) {
        let table = database.schema
          .createTable(`vat_${name}`)
          .addColumn("school", "text", (column) => column.notNull())
          .addColumn("booking", "text", (column) => column.notNull())
          .addColumn("number", "integer", (column) => column.notNull())
          .addColumn("at", "bigint", (column) => column.notNull())
          .addColumn(content, "text", (column) => column.notNull());
        if (name === "assessments") {
          table = table.addColumn("revision", "bigint", (column) => column.notNull());
        } else {
          table = table.addColumn("actor", "text", (column) => column.notNull());
        }
        if (name === "decisions") {
          table = table.addColumn("assessment", "integer", (column) => column.notNull());
        }
        await table
          .addPrimaryKeyConstraint(`vat_${name}_key`, ["school", "booking", "number"])
          .execute();
      }
    },
  },
};
