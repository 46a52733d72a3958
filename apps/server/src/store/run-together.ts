import type { CompiledQuery, Kysely } from "kysely";
import type { StoreSchema } from "./schema.ts";

/**
 * Runs statements of one transaction, in their order, none of which needs what another answers. PostgreSQL is sent all of
 * them at once: it need not wait for us between one and the next. Rejects as the first that fails; then the transaction must
 * end, since PostgreSQL runs none of those after it, and SQLite may have run them.
 */
export async function runTogether(
  database: Kysely<StoreSchema>,
  statements: readonly CompiledQuery[],
): Promise<void> {
  await database
    .getExecutor()
    .provideConnection((connection) =>
      Promise.all(statements.map((statement) => connection.executeQuery(statement))),
    );
}
