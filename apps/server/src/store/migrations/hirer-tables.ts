import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Store } from "../store.ts";
import { engineSyntax } from "./engine-syntax.ts";

/** Schools, each with the versions of its definition, and hirers with the schools that know them. */
export function createHirerTables(engine: Store["engine"]): Migration {
  const { text, integer, table, keyedTable } = engineSyntax(engine);
  return {
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable("schools")
        .addColumn("school_id", text, (column) => column.primaryKey())
        .addColumn("authority_id", text, (column) => column.notNull())
        .addColumn("revision", integer, (column) => column.notNull())
        .addColumn("definition_revision", integer, (column) => column.notNull())
        .modifyEnd(keyedTable)
        .execute();
      await database.schema
        .createTable("school_definitions")
        .addColumn("school_id", text, (column) => column.notNull().references("schools.school_id"))
        .addColumn("revision", integer, (column) => column.notNull())
        .addColumn("definition", text, (column) => column.notNull())
        .addPrimaryKeyConstraint("school_definitions_key", ["school_id", "revision"])
        .modifyEnd(table)
        .execute();
      await database.schema
        .createTable("hirers")
        .addColumn("hirer_id", text, (column) => column.primaryKey())
        .addColumn("name", text, (column) => column.notNull())
        .addColumn("category", text, (column) => column.notNull())
        .addColumn("language", text, (column) => column.notNull())
        .addColumn("details", text, (column) => column.notNull())
        .addColumn("revision", integer, (column) => column.notNull())
        .addColumn("created_at", integer, (column) => column.notNull())
        .modifyEnd(table)
        .execute();
      await database.schema
        .createTable("hirer_schools")
        .addColumn("school_id", text, (column) => column.notNull().references("schools.school_id"))
        .addColumn("hirer_id", text, (column) => column.notNull().references("hirers.hirer_id"))
        .addPrimaryKeyConstraint("hirer_schools_key", ["school_id", "hirer_id"])
        .modifyEnd(keyedTable)
        .execute();
    },
  };
}
