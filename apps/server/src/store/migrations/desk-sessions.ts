import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Store } from "../store.ts";
import { engineSyntax } from "./engine-syntax.ts";

/** Who is signed in to the pages for schools. In the database, so that any process knows it. */
export function createDeskSessions(engine: Store["engine"]): Migration {
  const { text, integer, keyedTable } = engineSyntax(engine);
  return {
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable("desk_sessions")
        .addColumn("hash", text, (column) => column.primaryKey())
        .addColumn("key_id", text, (column) => column.notNull())
        .addColumn("ends_at", integer, (column) => column.notNull())
        .modifyEnd(keyedTable)
        .execute();
    },
  };
}
