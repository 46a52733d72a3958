import type { Plugin } from "@neuadd/plugin-kit";
import { laterPluginMigrations } from "../plugins/later-plugin-migrations.ts";
import type { Store } from "../store/store.ts";
import { gathered, type Finding } from "./finding.ts";

/** Whether the tables of the configured plugins are of a later version of them, with which the server does not start. */
export async function checkPluginVersions(
  store: Store,
  plugins: readonly Plugin[],
): Promise<Finding[]> {
  const later = await laterPluginMigrations(store, plugins);
  return gathered(
    [...later].flatMap(([plugin, names]) =>
      names.map((name) => ({ code: "PLUGIN_TABLES_LATER", place: `${plugin}/${name}` }) as const),
    ),
  );
}
