import type { Plugin } from "@neuadd/plugin-kit";

/** The plugin's own tables. Rows are added and never changed, but for the counters. */
export interface TariffsTables {
  tariffs_versions: {
    school: string;
    number: number;
    valid_from: string;
    entered_at: number;
    entered_by: string;
    tariff: string;
  };
  tariffs_quotes: {
    school: string;
    booking: string;
    revision: number;
    at: number;
    quote: string;
  };
  tariffs_releases: {
    school: string;
    booking: string;
    /** A local date, or the key of a line on the whole booking. */
    about: string;
    revision: number;
    share_percent: number;
    reason: string;
    at: number;
  };
  tariffs_documents: {
    school: string;
    kind: string;
    number: number;
    booking: string;
    hirer: string;
    issued_at: number;
    document: string;
  };
  /** The last number given, by kind. Its row is what two who issue at once wait for. */
  tariffs_counters: { school: string; kind: string; last: number };
}

/** Run once each, in order of name. */
export const tariffsMigrations: NonNullable<Plugin["migrations"]> = {
  "0001_tariffs": {
    async up(database) {
      await database.schema
        .createTable("tariffs_versions")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("number", "integer", (column) => column.notNull())
        .addColumn("valid_from", "text", (column) => column.notNull())
        .addColumn("entered_at", "bigint", (column) => column.notNull())
        .addColumn("entered_by", "text", (column) => column.notNull())
        .addColumn("tariff", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("tariffs_versions_key", ["school", "number"])
        .execute();
      await database.schema
        .createTable("tariffs_quotes")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("booking", "text", (column) => column.notNull())
        .addColumn("revision", "bigint", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addColumn("quote", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("tariffs_quotes_key", ["school", "booking", "revision", "at"])
        .execute();
      await database.schema
        .createTable("tariffs_releases")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("booking", "text", (column) => column.notNull())
        .addColumn("about", "text", (column) => column.notNull())
        .addColumn("revision", "bigint", (column) => column.notNull())
        .addColumn("share_percent", "integer", (column) => column.notNull())
        .addColumn("reason", "text", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("tariffs_releases_key", ["school", "booking", "about", "revision"])
        .execute();
    },
  },
  "0002_documents": {
    async up(database) {
      await database.schema
        .createTable("tariffs_documents")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("number", "integer", (column) => column.notNull())
        .addColumn("booking", "text", (column) => column.notNull())
        .addColumn("hirer", "text", (column) => column.notNull())
        .addColumn("issued_at", "bigint", (column) => column.notNull())
        .addColumn("document", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("tariffs_documents_key", ["school", "kind", "number"])
        .execute();
      await database.schema
        .createIndex("tariffs_documents_by_booking")
        .on("tariffs_documents")
        .columns(["school", "booking"])
        .execute();
      await database.schema
        .createTable("tariffs_counters")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("last", "integer", (column) => column.notNull())
        .addPrimaryKeyConstraint("tariffs_counters_key", ["school", "kind"])
        .execute();
    },
  },
};
