import { migratePlugins } from "../plugins/migrate-plugins.ts";
import { resolvedCommandConfig, type SettingOptions } from "./command-setting.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";
import { openServices } from "../open-services.ts";

/** `neuadd migrate`: brings the tables of the server and of its plugins to the present version, and prints what ran. */
export async function migrate(terminal: Terminal, options: SettingOptions): Promise<ExitCode> {
  const config = await resolvedCommandConfig(terminal, options);
  const { services, migrations } = await openServices(config);
  try {
    const ofPlugins = await migratePlugins(config.plugins, services);
    const ran = [
      ...migrations,
      ...[...ofPlugins].flatMap(([plugin, names]) => names.map((name) => `${plugin}/${name}`)),
    ];
    for (const name of ran) terminal.print(`migrated ${name}`);
    if (ran.length === 0) {
      terminal.tell({
        en: "The tables are of the present version already.",
        cy: "Mae'r tablau eisoes yn y fersiwn cyfredol.",
      });
    }
  } finally {
    await services.store.close();
  }
  return EXIT_CODE.done;
}
