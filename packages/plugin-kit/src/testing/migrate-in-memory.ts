import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { ownTables, type OwnTablesOptions } from "../host/own-tables.ts";
import { tablePrefix } from "../host/table-prefix.ts";
import type { Plugin } from "../plugin.ts";

/** Runs the migrations that have not run yet, as a server does, and gives their names. Throws an Error caused by what one throws. */
export async function migrateInMemory(
  plugin: Plugin,
  database: Kysely<object>,
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
          migrations.map(([key, migration]) => [
            key,
            {
              up: (store: Kysely<object>) =>
                migration.up(ownTables<object, object>(store, plugin.id, options)),
            },
          ]),
        ),
    },
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const why = error instanceof Error ? error.message : "no error was thrown";
    throw new Error(`A migration failed: ${why}`, { cause: error });
  }
  return results.map(({ migrationName }) => migrationName);
}
