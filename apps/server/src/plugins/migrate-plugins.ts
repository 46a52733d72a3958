import type { Plugin } from "@neuadd/plugin-kit";
import { systemSchedule } from "../schedule.ts";
import type { Services } from "../services.ts";
import { migratePlugin } from "./migrate-plugin.ts";
import { orderPlugins } from "./order-plugins.ts";
import type { OwnTablesOptions } from "./own-tables.ts";
import { PLUGIN_TIME_LIMITS } from "./plugin-time-limits.ts";

/**
 * Runs the migrations of plugins that are not set up, in order of start, each for as long as it takes. Answers, by plugin,
 * the names of those that ran.
 *
 * @throws PluginError as startPlugins does, short of setting anything up
 */
export async function migratePlugins(
  plugins: readonly Plugin[],
  { store }: Pick<Services, "store">,
  options: OwnTablesOptions = { ...PLUGIN_TIME_LIMITS, schedule: systemSchedule },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ordered = orderPlugins(plugins);
  return store.patiently(async (database) => {
    const ran = new Map<string, readonly string[]>();
    for (const plugin of ordered) {
      ran.set(plugin.id, await migratePlugin(plugin, database, options));
    }
    return ran;
  });
}
