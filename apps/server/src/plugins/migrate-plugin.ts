import type { Plugin } from "@neuadd/plugin-kit";
import { tablePrefix } from "@neuadd/plugin-kit/host";
import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import type { StoreSchema } from "../store/schema.ts";
import { ownTables, type OwnTablesOptions } from "./own-tables.ts";
import { PluginError } from "./plugin-error.ts";

/**
 * Runs the migrations of one plugin that have not run yet, in order of name, all of them or none,
 * and answers their names. What ran is noted in tables of the host, one pair a plugin.
 *
 * @throws PluginError PLUGIN_MIGRATION_FAILED, with the fault as its cause
 */
export async function migratePlugin(
  plugin: Plugin,
  database: Kysely<StoreSchema>,
  options: OwnTablesOptions,
): Promise<string[]> {
  const migrations = Object.entries(plugin.migrations ?? {});
  if (migrations.length === 0) return [];
  const name = tablePrefix(plugin.id).slice(0, -1);
  const migrator = new Migrator({
    db: database,
    migrationTableName: `plugin_migrations_${name}`,
    migrationLockTableName: `plugin_locks_${name}`,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          migrations.map(([key, migration]) => [key, fenced(plugin.id, migration, options)]),
        ),
    },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const failed = results?.find(({ status }) => status === "Error")?.migrationName;
    throw migrationFailed(plugin.id, failed, error);
  }
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** The migration, with a query builder that knows only the plugin's tables. There is no way back: `down` is dropped. */
function fenced(plugin: string, migration: Migration, options: OwnTablesOptions): Migration {
  return {
    up: (database: Kysely<StoreSchema>) => migration.up(ownTables(database, plugin, options)),
  };
}

function migrationFailed(
  plugin: string,
  migration: string | undefined,
  cause: unknown,
): PluginError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new PluginError(
    "PLUGIN_MIGRATION_FAILED",
    plugin,
    migration === undefined
      ? {
          en: `The tables of the plugin "${plugin}" can't be brought to its present version, and nothing was changed. If they are of a later version of it, they need that version. ${reason}`,
          cy: `Ni ellir dod â thablau'r ategyn "${plugin}" i'w fersiwn gyfredol, ac ni newidiwyd dim. Os ydynt o fersiwn ddiweddarach ohono, mae angen y fersiwn honno arnynt. ${reason}`,
        }
      : {
          en: `The migration "${migration}" of the plugin "${plugin}" failed, and nothing was changed: ${reason}`,
          cy: `Methodd mudiad "${migration}" yr ategyn "${plugin}", ac ni newidiwyd dim: ${reason}`,
        },
    { cause },
  );
}
