import { migratePlugins } from "../plugins/migrate-plugins.ts";
import { resolvedCommandConfig, type SettingOptions } from "./command-setting.ts";
import { CommandFault } from "./command-fault.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";
import { openServices } from "../open-services.ts";
import { canDistribute, distributeTables } from "../store/distribute-tables.ts";
import type { Store } from "../store/store.ts";

export interface MigrateOptions extends SettingOptions {
  readonly distributed?: boolean;
}

/**
 * `neuadd migrate`: brings the tables of the server and of its plugins to the present version, and prints what ran. With
 * `--distributed` it then spreads them over the nodes of Citus.
 */
export async function migrate(terminal: Terminal, options: MigrateOptions): Promise<ExitCode> {
  const config = await resolvedCommandConfig(terminal, options);
  const { services, migrations } = await openServices(config);
  try {
    if (options.distributed === true) await checkCanDistribute(services.store);
    const ofPlugins = await migratePlugins(config.plugins, services);
    const ran = [
      ...migrations,
      ...[...ofPlugins].flatMap(([plugin, names]) => names.map((name) => `${plugin}/${name}`)),
    ];
    for (const name of ran) terminal.print(`migrated ${name}`);
    if (ran.length === 0) {
      terminal.tell({
        en: "The tables are of the present version already.",
        cy: "Mae'r tablau eisoes yn y fersiwn gyfredol.",
      });
    }
    if (options.distributed === true) {
      for (const { table, placement } of await services.store.patiently(distributeTables)) {
        terminal.print(
          `distributed ${table} ${placement === "bySchool" ? "by school" : "everywhere"}`,
        );
      }
    }
  } finally {
    await services.store.close();
  }
  return EXIT_CODE.done;
}

async function checkCanDistribute({ engine, database }: Store): Promise<void> {
  if (engine === "postgres" && (await canDistribute(database))) return;
  throw new CommandFault(EXIT_CODE.invalid, {
    en: 'Only a PostgreSQL database with the extension Citus can be distributed, and this one has no Citus. Run "create extension citus" in it, or leave out --distributed.',
    cy: 'Dim ond cronfa ddata PostgreSQL â\'r estyniad Citus y gellir ei dosbarthu, ac nid oes Citus yn hon. Rhedwch "create extension citus" ynddi, neu hepgorwch --distributed.',
  });
}
