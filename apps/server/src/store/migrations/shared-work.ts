import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Store } from "../store.ts";
import { engineSyntax } from "./engine-syntax.ts";

/**
 * What several processes on one database need to know of each other: which of them delivers events or runs a job, and
 * whose command made a revision.
 */
export function shareWork(engine: Store["engine"]): Migration {
  const { text, integer, keyedTable } = engineSyntax(engine);
  return {
    async up(database: Kysely<unknown>) {
      await database.schema.alterTable("events").addColumn("command_id", text).execute();
      await database.schema
        .alterTable("listener_cursors")
        .addColumn("lease_holder", text)
        .execute();
      await database.schema
        .alterTable("listener_cursors")
        .addColumn("lease_until", integer, (column) => column.notNull().defaultTo(0))
        .execute();
      await database.schema
        .createTable("job_runs")
        .addColumn("job_id", text, (column) => column.primaryKey())
        .addColumn("finished_at", integer, (column) => column.notNull())
        .addColumn("lease_holder", text)
        .addColumn("lease_until", integer, (column) => column.notNull())
        .modifyEnd(keyedTable)
        .execute();
    },
  };
}
