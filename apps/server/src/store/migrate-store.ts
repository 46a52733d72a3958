import type { Bilingual } from "@neuadd/core";
import type { Kysely } from "kysely";
import { DEFAULT_MIGRATION_TABLE, Migrator } from "kysely/migration";
import { ConfigError } from "../config/config-error.ts";
import { ServerError } from "../server-error.ts";
import { migrationProvider } from "./migration-provider.ts";
import type { StoreSchema } from "./schema.ts";
import type { Store } from "./store.ts";

/**
 * Brings the server's own tables to the present version, in one transaction, and answers the names of the migrations
 * that ran. Throws STORE_UNAVAILABLE if one fails, or if the database was made by a later version, and ConfigError
 * DATA_DIRECTORY_UNUSABLE where there can be no database.
 */
export async function migrateStore(
  engine: Store["engine"],
  database: Kysely<StoreSchema>,
): Promise<readonly string[]> {
  const { error, results } = await migrator(engine, database).migrateToLatest();
  if (error !== undefined) {
    // One that says itself what is missing says it better.
    if (error instanceof ServerError || error instanceof ConfigError) throw error;
    const failed = results?.find(({ status }) => status === "Error")?.migrationName;
    const sentence =
      failed === undefined
        ? notBegun(await laterMigrations(engine, database).catch(() => []), error)
        : {
            cy: `Methodd mudiad ${failed}; ni newidiwyd dim.`,
            en: `Migration ${failed} failed; nothing was changed.`,
          };
    throw new ServerError("STORE_UNAVAILABLE", sentence, { cause: error });
  }
  return (results ?? []).map(({ migrationName }) => migrationName);
}

function notBegun(later: readonly string[], error: unknown): Bilingual {
  if (later.length === 0) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      cy: `Ni ellir dod â'r tablau i'r fersiwn gyfredol, ac ni newidiwyd dim: ${reason}`,
      en: `The tables can't be brought to the present version, and nothing was changed: ${reason}`,
    };
  }
  const names = later.join(", ");
  return {
    cy: `Mae'r gronfa ddata o fersiwn ddiweddarach o Neuadd: ni ŵyr y fersiwn hon am ${names}. Gosodwch y fersiwn honno, neu un ddiweddarach; ni newidiwyd dim.`,
    en: `The database is of a later version of Neuadd: this version does not know ${names}. Install that version, or a later one; nothing was changed.`,
  };
}

/** The names of the migrations that are still to run. */
export async function pendingMigrations(
  engine: Store["engine"],
  database: Kysely<StoreSchema>,
): Promise<readonly string[]> {
  const migrations = await migrator(engine, database).getMigrations();
  return migrations.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

/** The names of the migrations that have run and that this version does not know: a later one ran them. In order of name. */
export async function laterMigrations(
  engine: Store["engine"],
  database: Kysely<StoreSchema>,
): Promise<readonly string[]> {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
  const rows = await database
    .withTables<Record<typeof DEFAULT_MIGRATION_TABLE, { name: string }>>()
    .selectFrom(DEFAULT_MIGRATION_TABLE)
    .select("name")
    .orderBy("name")
    .execute();
  const known = await migrationProvider(engine).getMigrations();
  return rows.map(({ name }) => name).filter((name) => !Object.hasOwn(known, name));
}

function migrator(engine: Store["engine"], database: Kysely<StoreSchema>): Migrator {
  return new Migrator({ db: database, provider: migrationProvider(engine) });
}
