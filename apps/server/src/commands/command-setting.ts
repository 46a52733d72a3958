import { join, resolve } from "node:path";
import { loadConfig } from "../config/load-config.ts";
import {
  DATABASE_FILE,
  DEFAULT_SQLITE_FILE,
  type ResolvedConfig,
  resolveConfig,
} from "../config/resolve-config.ts";
import { portOf, withEnvironment } from "../config/with-environment.ts";
import type { Config } from "../config/config.ts";
import type { SqliteSetting } from "../config/store-setting.ts";
import { defaultPlugins } from "../default-configuration.ts";
import type { Terminal } from "./terminal.ts";

/** What every command that opens the store may be given. */
export interface SettingOptions {
  readonly config?: string;
  readonly data?: string;
  readonly port?: string;
}

/**
 * The configuration of a command: the file's, then the environment's, then what the command line says. Where the file
 * names no plugins, the default ones.
 */
export async function commandConfig(
  { directory, environment }: Terminal,
  options: SettingOptions,
): Promise<Config> {
  const config = withEnvironment(await loadConfig(directory, options.config), environment);
  const store =
    options.data === undefined
      ? (config.store ?? { sqlite: DEFAULT_SQLITE_FILE })
      : { sqlite: join(options.data, DATABASE_FILE) };
  return {
    plugins: defaultPlugins(),
    ...config,
    ...(options.port === undefined ? {} : { port: portOf(options.port) }),
    store: isOnDisk(store) ? { sqlite: resolve(directory, store.sqlite) } : store,
  };
}

/** What is no path at all is left for the check of the configuration. */
function isOnDisk(store: NonNullable<Config["store"]>): store is SqliteSetting {
  const { sqlite } = store;
  return typeof sqlite === "string" && sqlite !== "" && sqlite !== ":memory:";
}

/** The same, checked and complete, for a command that does its work beside a server: only what is wrong is logged. */
export async function resolvedCommandConfig(
  terminal: Terminal,
  options: SettingOptions,
): Promise<ResolvedConfig> {
  return resolveConfig({ logLevel: "warn", ...(await commandConfig(terminal, options)) });
}
