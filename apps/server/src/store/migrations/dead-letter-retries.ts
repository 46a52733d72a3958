import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Store } from "../store.ts";
import { engineSyntax } from "./engine-syntax.ts";

/** Lets an operator have entries that a listener could not take handed over to it again. */
export function retryDeadLetters(engine: Store["engine"]): Migration {
  const { integer } = engineSyntax(engine);
  return {
    async up(database: Kysely<unknown>) {
      await database.schema.alterTable("dead_letters").addColumn("wanted_at", integer).execute();
    },
  };
}
