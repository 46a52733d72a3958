import { openServices } from "../open-services.ts";
import { migratePlugins } from "../plugins/migrate-plugins.ts";
import { personalKeepers, type PersonalKeepers } from "../plugins/personal-keepers.ts";
import { PLUGIN_TIME_LIMITS } from "../plugins/plugin-time-limits.ts";
import { systemSchedule } from "../schedule.ts";
import type { Services } from "../services.ts";
import { resolvedCommandConfig, type SettingOptions } from "./command-setting.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Opens the store with what the configured plugins hold in it, their tables brought to the present version, none of them set
 * up; does the work, and closes the store whatever comes of it.
 */
export async function withKeepers<Result>(
  terminal: Terminal,
  options: SettingOptions,
  work: (services: Services, keepers: PersonalKeepers) => Promise<Result>,
): Promise<Result> {
  const config = await resolvedCommandConfig(terminal, options);
  const { services } = await openServices(config);
  try {
    await migratePlugins(config.plugins, services);
    const settings = { ...PLUGIN_TIME_LIMITS, schedule: systemSchedule };
    return await work(services, personalKeepers(config.plugins, { services, options: settings }));
  } finally {
    await services.store.close();
  }
}
