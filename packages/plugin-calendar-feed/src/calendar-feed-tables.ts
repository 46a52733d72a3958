import type { Plugin } from "@neuadd/plugin-kit";

/** The plugin's own tables. */
export interface CalendarFeedTables {
  calendar_feed_links: {
    school: string;
    link: string;
    /** SHA-256 of the secret, in hexadecimal: the secret itself is nowhere. */
    secret_hash: string;
    /** Null: everything of the school. */
    hirer: string | null;
    language: string;
    created_at: number;
  };
  calendar_feed_subscriptions: {
    school: string;
    subscription: string;
    url: string;
    space: string;
    kind: string;
    name_cy: string;
    name_en: string;
    created_at: number;
    /** Null: not read yet. */
    refreshed_at: number | null;
    /** Why the last time failed; null: it did not. */
    fault: string | null;
    /** JSON: what was left out of it, and what is in its way. */
    findings: string;
  };
  /** The blocks that stand for a subscription. */
  calendar_feed_blocks: {
    school: string;
    subscription: string;
    date: string;
    start_time: string;
    end_time: string;
    block: string;
    /** JSON: UIDs of the events that it stands for; null: not known, or too many to note. */
    events: string | null;
  };
}

/** Run once each, in order of name. Names of migrations that were released never change. */
export const calendarFeedMigrations: NonNullable<Plugin["migrations"]> = {
  "0001_links": {
    async up(database) {
      await database.schema
        .createTable("calendar_feed_links")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("link", "text", (column) => column.notNull())
        .addColumn("secret_hash", "text", (column) => column.notNull())
        .addColumn("hirer", "text")
        .addColumn("language", "text", (column) => column.notNull())
        .addColumn("created_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("calendar_feed_links_key", ["school", "link"])
        .execute();
      await database.schema
        .createIndex("calendar_feed_links_by_secret")
        .on("calendar_feed_links")
        .column("secret_hash")
        .execute();
    },
  },
  "0002_subscriptions": {
    async up(database) {
      await database.schema
        .createTable("calendar_feed_subscriptions")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("subscription", "text", (column) => column.notNull())
        .addColumn("url", "text", (column) => column.notNull())
        .addColumn("space", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("name_cy", "text", (column) => column.notNull())
        .addColumn("name_en", "text", (column) => column.notNull())
        .addColumn("created_at", "bigint", (column) => column.notNull())
        .addColumn("refreshed_at", "bigint")
        .addColumn("fault", "text")
        .addColumn("findings", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("calendar_feed_subscriptions_key", ["school", "subscription"])
        .execute();
      await database.schema
        .createTable("calendar_feed_blocks")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("subscription", "text", (column) => column.notNull())
        .addColumn("date", "text", (column) => column.notNull())
        .addColumn("start_time", "text", (column) => column.notNull())
        .addColumn("end_time", "text", (column) => column.notNull())
        .addColumn("block", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("calendar_feed_blocks_key", [
          "school",
          "subscription",
          "date",
          "start_time",
          "end_time",
        ])
        .execute();
    },
  },
  "0003_events_of_blocks": {
    async up(database) {
      await database.schema
        .alterTable("calendar_feed_blocks")
        .addColumn("events", "text")
        .execute();
    },
  },
};
