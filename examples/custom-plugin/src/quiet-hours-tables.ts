import type { Plugin } from "@neuadd/plugin-kit";

/** The plugin's own tables: every name begins with its id, hyphens as underscores. */
export interface QuietHoursTables {
  quiet_hours_approvals: { school: string; booking: string };
  quiet_hours_readings: { school: string; at: number; decibels: number };
}

/** Run once each, in order of name. Names of migrations that were released never change. */
export const quietHoursMigrations: NonNullable<Plugin["migrations"]> = {
  "0001_approvals": {
    up: (database) =>
      database.schema
        .createTable("quiet_hours_approvals")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("booking", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("quiet_hours_approvals_key", ["school", "booking"])
        .execute(),
  },
  "0002_readings": {
    async up(database) {
      await database.schema
        .createTable("quiet_hours_readings")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addColumn("decibels", "integer", (column) => column.notNull())
        .execute();
      await database.schema
        .createIndex("quiet_hours_readings_by_time")
        .on("quiet_hours_readings")
        .columns(["school", "at"])
        .execute();
    },
  },
};
