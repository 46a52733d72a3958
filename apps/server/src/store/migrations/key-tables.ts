import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Store } from "../store.ts";
import { engineSyntax } from "./engine-syntax.ts";

/** API keys, and the answers kept for requests that are sent again. */
export function createKeyTables(engine: Store["engine"]): Migration {
  const { text, integer, table } = engineSyntax(engine);
  return {
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable("api_keys")
        .addColumn("key_id", text, (column) => column.primaryKey())
        .addColumn("hash", text, (column) => column.notNull().unique())
        .addColumn("kind", text, (column) =>
          column.notNull().check(sql`kind in ('hirer', 'school', 'authority', 'operator')`),
        )
        .addColumn("owner_id", text, (column) => column.notNull())
        .addColumn("label", text, (column) => column.notNull())
        .addColumn("scopes", text, (column) => column.notNull())
        .addColumn("created_at", integer, (column) => column.notNull())
        .addColumn("expires_at", integer)
        .addColumn("revoked_at", integer)
        .modifyEnd(table)
        .execute();
      await database.schema
        .createTable("idempotency_keys")
        .addColumn("key_id", text, (column) => column.notNull())
        .addColumn("idempotency_key", text, (column) => column.notNull())
        .addColumn("fingerprint", text, (column) => column.notNull())
        .addColumn("response", text)
        .addColumn("started_at", integer, (column) => column.notNull())
        .addColumn("expires_at", integer, (column) => column.notNull())
        .addPrimaryKeyConstraint("idempotency_keys_key", ["key_id", "idempotency_key"])
        .modifyEnd(table)
        .execute();
      await database.schema
        .createIndex("idempotency_keys_by_expiry")
        .on("idempotency_keys")
        .column("expires_at")
        .execute();
    },
  };
}
