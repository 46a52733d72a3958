import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Store } from "../store.ts";
import { engineSyntax } from "./engine-syntax.ts";

/** How far each listener has read each school's ledger, and what it could not take. */
export function createListenerTables(engine: Store["engine"]): Migration {
  const { text, integer, table, keyedTable } = engineSyntax(engine);
  return {
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable("listener_cursors")
        .addColumn("school_id", text, (column) => column.notNull())
        .addColumn("listener_id", text, (column) => column.notNull())
        .addColumn("revision", integer, (column) => column.notNull())
        .addColumn("ordinal", integer, (column) => column.notNull())
        .addColumn("attempts", integer, (column) => column.notNull())
        .addColumn("next_attempt_at", integer, (column) => column.notNull())
        .addPrimaryKeyConstraint("listener_cursors_key", ["school_id", "listener_id"])
        .modifyEnd(keyedTable)
        .execute();
      await database.schema
        .createTable("dead_letters")
        .addColumn("school_id", text, (column) => column.notNull())
        .addColumn("listener_id", text, (column) => column.notNull())
        .addColumn("revision", integer, (column) => column.notNull())
        .addColumn("ordinal", integer, (column) => column.notNull())
        .addColumn("error", text, (column) => column.notNull())
        .addColumn("failed_at", integer, (column) => column.notNull())
        .addPrimaryKeyConstraint("dead_letters_key", [
          "school_id",
          "listener_id",
          "revision",
          "ordinal",
        ])
        .modifyEnd(table)
        .execute();
    },
  };
}
