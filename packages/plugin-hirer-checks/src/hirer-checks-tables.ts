import type { Plugin } from "@neuadd/plugin-kit";

/** The plugin's own tables. What a school has seen and noted is that school's alone. */
export interface HirerChecksTables {
  hirer_checks_policies: { school: string; policy: string; revision: number };
  hirer_checks_documents: {
    school: string;
    hirer: string;
    document: string;
    kind: string;
    reference: string;
    valid_from: string;
    /** Null: until further notice. */
    valid_until: string | null;
    seen_by: string;
    seen_on: string;
  };
  hirer_checks_reminders: { school: string; document: string; days: number; at: number };
  /** `activity` is as names are compared; `declared` has it as it was written. */
  hirer_checks_groups: { school: string; hirer: string; activity: string; declared: string };
  hirer_checks_notices: {
    school: string;
    premises: string;
    notice: string;
    reference: string;
    hirer: string | null;
    starts_at: number;
    ends_at: number;
  };
  /** One row for each premises with notices: whoever notes one takes it first, so that two never count at once. */
  hirer_checks_notice_books: { school: string; premises: string; changes: number };
}

/** Run once each, in order of name. Names of migrations that were released never change. */
export const hirerChecksMigrations: NonNullable<Plugin["migrations"]> = {
  "0001_policies": {
    up: (database) =>
      database.schema
        .createTable("hirer_checks_policies")
        .addColumn("school", "text", (column) => column.primaryKey())
        .addColumn("policy", "text", (column) => column.notNull())
        .addColumn("revision", "integer", (column) => column.notNull())
        .execute(),
  },
  "0002_documents": {
    async up(database) {
      await database.schema
        .createTable("hirer_checks_documents")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("hirer", "text", (column) => column.notNull())
        .addColumn("document", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("reference", "text", (column) => column.notNull())
        .addColumn("valid_from", "text", (column) => column.notNull())
        .addColumn("valid_until", "text")
        .addColumn("seen_by", "text", (column) => column.notNull())
        .addColumn("seen_on", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("hirer_checks_documents_key", ["school", "hirer", "document"])
        .execute();
      await database.schema
        .createIndex("hirer_checks_documents_by_end")
        .on("hirer_checks_documents")
        .columns(["school", "valid_until"])
        .execute();
      await database.schema
        .createTable("hirer_checks_reminders")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("document", "text", (column) => column.notNull())
        .addColumn("days", "integer", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("hirer_checks_reminders_key", ["school", "document", "days"])
        .execute();
    },
  },
  "0003_groups": {
    up: (database) =>
      database.schema
        .createTable("hirer_checks_groups")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("hirer", "text", (column) => column.notNull())
        .addColumn("activity", "text", (column) => column.notNull())
        .addColumn("declared", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("hirer_checks_groups_key", ["school", "hirer", "activity"])
        .execute(),
  },
  "0004_notices": {
    async up(database) {
      await database.schema
        .createTable("hirer_checks_notices")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("premises", "text", (column) => column.notNull())
        .addColumn("notice", "text", (column) => column.notNull())
        .addColumn("reference", "text", (column) => column.notNull())
        .addColumn("hirer", "text")
        .addColumn("starts_at", "bigint", (column) => column.notNull())
        .addColumn("ends_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("hirer_checks_notices_key", ["school", "premises", "notice"])
        .execute();
      await database.schema
        .createTable("hirer_checks_notice_books")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("premises", "text", (column) => column.notNull())
        .addColumn("changes", "integer", (column) => column.notNull())
        .addPrimaryKeyConstraint("hirer_checks_notice_books_key", ["school", "premises"])
        .execute();
    },
  },
};
