import type { Plugin } from "@neuadd/plugin-kit";
import { systemSchedule } from "../schedule.ts";
import type { Services } from "../services.ts";
import { migratePlugin } from "./migrate-plugin.ts";
import { orderPlugins } from "./order-plugins.ts";
import { PLUGIN_TIME_LIMITS } from "./start-plugins.ts";

/**
 * Runs the migrations of plugins that are not set up, in order of start. Answers, by plugin, the names
 * of those that ran.
 *
 * @throws PluginError as startPlugins does, short of setting anything up
 */
export async function migratePlugins(
  plugins: readonly Plugin[],
  services: Pick<Services, "store">,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ran = new Map<string, readonly string[]>();
  for (const plugin of orderPlugins(plugins)) {
    const settings = { ...PLUGIN_TIME_LIMITS, schedule: systemSchedule };
    ran.set(plugin.id, await migratePlugin(plugin, services, settings));
  }
  return ran;
}
