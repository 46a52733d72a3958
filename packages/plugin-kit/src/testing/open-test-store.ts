import { openMemoryDatabase } from "./memory-database.ts";
import type { TestStore } from "./test-store.ts";

/**
 * SQLite in memory, or a schema of its own in the PostgreSQL database that `postgresUrl` names, for which
 * the package `pg` must be installed.
 */
export async function openTestStore(postgresUrl: string | undefined): Promise<TestStore> {
  if (postgresUrl === undefined || postgresUrl === "") return openMemoryDatabase();
  const { openPostgresSchema } = await import("./postgres-schema.ts");
  return openPostgresSchema(postgresUrl);
}
