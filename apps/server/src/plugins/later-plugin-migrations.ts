import type { Plugin } from "@neuadd/plugin-kit";
import { pluginHoldings } from "../archive/plugin-holdings.ts";
import type { Store } from "../store/store.ts";

/**
 * The migrations that have run in a store and that the plugins given do not know, by plugin, in order of name: a later
 * version of it ran them, and the server does not start. None of a plugin without migrations of its own, which has no
 * tables to look for, nor of one that ran here before and is not among them now.
 */
export async function laterPluginMigrations(
  { database, engine }: Pick<Store, "database" | "engine">,
  plugins: readonly Plugin[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const known = new Map(plugins.map(({ id, migrations = {} }) => [id, Object.keys(migrations)]));
  const later = new Map<string, readonly string[]>();
  for (const { plugin, migrations } of await pluginHoldings(database, engine)) {
    const names = known.get(plugin) ?? [];
    const unknown = migrations.filter((name) => !names.includes(name));
    if (names.length > 0 && unknown.length > 0) later.set(plugin, unknown);
  }
  return later;
}
