import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { ServerError } from "../server-error.ts";
import { migrationProvider } from "./migration-provider.ts";
import type { StoreSchema } from "./schema.ts";
import type { Store } from "./store.ts";

/**
 * Brings the server's own tables to the present version, in one transaction, and answers the names of the migrations
 * that ran. Throws STORE_UNAVAILABLE if one fails, or if the database was made by a later version.
 */
export async function migrateStore(
  engine: Store["engine"],
  database: Kysely<StoreSchema>,
): Promise<readonly string[]> {
  const { error, results } = await migrator(engine, database).migrateToLatest();
  if (error !== undefined) {
    // One that says itself what is missing says it better.
    if (error instanceof ServerError) throw error;
    const failed = results?.find(({ status }) => status === "Error")?.migrationName;
    throw new ServerError(
      "STORE_UNAVAILABLE",
      failed === undefined
        ? {
            cy: "Ni ellir dod â'r tablau i'r fersiwn gyfredol. Mae cronfa ddata o fersiwn ddiweddarach yn gofyn am y fersiwn honno o'r gweinydd.",
            en: "The tables can't be brought to the present version. A database of a later version needs that version of the server.",
          }
        : {
            cy: `Methodd mudiad ${failed}; ni newidiwyd dim.`,
            en: `Migration ${failed} failed; nothing was changed.`,
          },
      { cause: error },
    );
  }
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** The names of the migrations that are still to run. */
export async function pendingMigrations(
  engine: Store["engine"],
  database: Kysely<StoreSchema>,
): Promise<readonly string[]> {
  const migrations = await migrator(engine, database).getMigrations();
  return migrations.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

function migrator(engine: Store["engine"], database: Kysely<StoreSchema>): Migrator {
  return new Migrator({ db: database, provider: migrationProvider(engine) });
}
