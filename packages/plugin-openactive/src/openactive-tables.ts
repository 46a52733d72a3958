import type { Plugin } from "@neuadd/plugin-kit";

export interface OpenActiveTables {
  openactive_schools: {
    school: string;
    /** JSON of a Publication. */
    publication: string;
    /** 0 once a school has withdrawn: its items are deleted ones. */
    is_published: number;
    /** The last change number given out, in all feeds of the school. */
    change_number: number;
    /** The revision of the ledger, and the time, that the items were last worked out from. */
    revision: number;
    computed_at: number;
    published_at: number;
  };
  openactive_items: {
    school: string;
    feed: string;
    item: string;
    change_number: number;
    is_deleted: number;
    /** JSON; null once deleted. */
    data: string | null;
    changed_at: number;
  };
}

export const openActiveMigrations: NonNullable<Plugin["migrations"]> = {
  "0001_feeds": {
    async up(database) {
      await database.schema
        .createTable("openactive_schools")
        .addColumn("school", "text", (column) => column.primaryKey())
        .addColumn("publication", "text", (column) => column.notNull())
        .addColumn("is_published", "integer", (column) => column.notNull())
        .addColumn("change_number", "bigint", (column) => column.notNull())
        .addColumn("revision", "bigint", (column) => column.notNull())
        .addColumn("computed_at", "bigint", (column) => column.notNull())
        .addColumn("published_at", "bigint", (column) => column.notNull())
        .execute();
      await database.schema
        .createTable("openactive_items")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("feed", "text", (column) => column.notNull())
        .addColumn("item", "text", (column) => column.notNull())
        .addColumn("change_number", "bigint", (column) => column.notNull())
        .addColumn("is_deleted", "integer", (column) => column.notNull())
        .addColumn("data", "text")
        .addColumn("changed_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("openactive_items_key", ["school", "feed", "item"])
        .execute();
      await database.schema
        .createIndex("openactive_items_in_order")
        .unique()
        .on("openactive_items")
        .columns(["school", "feed", "change_number"])
        .execute();
    },
  },
};
