import type { Plugin } from "@neuadd/plugin-kit";

/** The plugin's own tables. */
export interface WebhooksTables {
  webhooks_endpoints: {
    school: string;
    endpoint: string;
    url: string;
    description: string;
    /** A JSON array; null: all. */
    types: string | null;
    disabled: string | null;
    created_at: number;
  };
  /** Plain, since signing needs them: whoever can read the store can sign in its name. */
  webhooks_secrets: {
    school: string;
    endpoint: string;
    secret: string;
    created_at: number;
    /** Null for the newest. */
    expires_at: number | null;
  };
  webhooks_deliveries: {
    school: string;
    endpoint: string;
    message: string;
    type: string;
    body: string;
    status: string;
    /** How often it was sent in all. */
    attempts: number;
    /** How often since it was queued or sent again by hand: what the retry schedule counts. */
    tries: number;
    created_at: number;
    next_at: number | null;
    /** Until then one process is sending it; 0: none is. */
    claimed_until: number;
  };
  webhooks_attempts: {
    school: string;
    endpoint: string;
    message: string;
    attempt: number;
    at: number;
    status: number | null;
    fault: string | null;
  };
}

/** Run once each, in order of name. Names of migrations that were released never change. */
export const webhooksMigrations: NonNullable<Plugin["migrations"]> = {
  "0001_endpoints": {
    async up(database) {
      await database.schema
        .createTable("webhooks_endpoints")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("endpoint", "text", (column) => column.notNull())
        .addColumn("url", "text", (column) => column.notNull())
        .addColumn("description", "text", (column) => column.notNull())
        .addColumn("types", "text")
        .addColumn("disabled", "text")
        .addColumn("created_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("webhooks_endpoints_key", ["school", "endpoint"])
        .execute();
      await database.schema
        .createTable("webhooks_secrets")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("endpoint", "text", (column) => column.notNull())
        .addColumn("secret", "text", (column) => column.notNull())
        .addColumn("created_at", "bigint", (column) => column.notNull())
        .addColumn("expires_at", "bigint")
        .addPrimaryKeyConstraint("webhooks_secrets_key", ["school", "endpoint", "secret"])
        .execute();
    },
  },
  "0002_deliveries": {
    async up(database) {
      await database.schema
        .createTable("webhooks_deliveries")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("endpoint", "text", (column) => column.notNull())
        .addColumn("message", "text", (column) => column.notNull())
        .addColumn("type", "text", (column) => column.notNull())
        .addColumn("body", "text", (column) => column.notNull())
        .addColumn("status", "text", (column) => column.notNull())
        .addColumn("attempts", "integer", (column) => column.notNull())
        .addColumn("tries", "integer", (column) => column.notNull())
        .addColumn("created_at", "bigint", (column) => column.notNull())
        .addColumn("next_at", "bigint")
        .addColumn("claimed_until", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("webhooks_deliveries_key", ["school", "endpoint", "message"])
        .execute();
      await database.schema
        .createIndex("webhooks_deliveries_by_time")
        .on("webhooks_deliveries")
        .columns(["school", "endpoint", "created_at"])
        .execute();
      await database.schema
        .createIndex("webhooks_deliveries_due")
        .on("webhooks_deliveries")
        .columns(["status", "next_at"])
        .execute();
      await database.schema
        .createTable("webhooks_attempts")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("endpoint", "text", (column) => column.notNull())
        .addColumn("message", "text", (column) => column.notNull())
        .addColumn("attempt", "integer", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addColumn("status", "integer")
        .addColumn("fault", "text")
        .addPrimaryKeyConstraint("webhooks_attempts_key", [
          "school",
          "endpoint",
          "message",
          "attempt",
        ])
        .execute();
    },
  },
};
