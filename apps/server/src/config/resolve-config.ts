import { join } from "node:path";
import type { Plugin } from "@neuadd/plugin-kit";
import { ConfigError } from "./config-error.ts";
import { configFaults } from "./config-faults.ts";
import type { Config, LogLevel } from "./config.ts";
import { DEFAULT_RETENTION, type RetentionPeriods } from "../hirers/retention-periods.ts";
import { DEFAULT_LIMITS, type Limits } from "../http/limits.ts";
import type { StoreSetting } from "./store-setting.ts";

/** A configuration that is checked, with every default filled in. */
export interface ResolvedConfig<Plugins extends readonly Plugin[] = readonly Plugin[]> {
  readonly store: StoreSetting;
  readonly port: number;
  readonly host: string | undefined;
  /** Undefined: `http://localhost` with the port that is listened on. */
  readonly publicUrl: string | undefined;
  readonly plugins: Plugins;
  readonly clock: string;
  readonly limits: Limits;
  readonly retention: RetentionPeriods;
  readonly logLevel: LogLevel;
}

export const DATABASE_FILE = "neuadd.sqlite";
export const DEFAULT_SQLITE_FILE = join(".neuadd", DATABASE_FILE);

/**
 * Checks a configuration and fills in the defaults.
 *
 * @throws ConfigError CONFIG_INVALID with every setting that is wrong
 */
export function resolveConfig<Plugins extends readonly Plugin[]>(
  config: Config<Plugins>,
): ResolvedConfig<Plugins> {
  const faults = configFaults(config);
  if (faults.length > 0) {
    throw new ConfigError(
      "CONFIG_INVALID",
      {
        en: `The configuration can't be used: ${faults.map(({ sentence }) => sentence.en).join(" ")}`,
        cy: `Ni ellir defnyddio'r ffurfweddiad: ${faults.map(({ sentence }) => sentence.cy).join(" ")}`,
      },
      { faults },
    );
  }
  return {
    store: config.store ?? { sqlite: DEFAULT_SQLITE_FILE },
    port: config.port ?? 3000,
    host: config.host,
    publicUrl: config.publicUrl,
    plugins: config.plugins ?? noPlugins<Plugins>(),
    clock: config.clock ?? "real",
    limits: { ...DEFAULT_LIMITS, ...config.limits },
    retention: { ...DEFAULT_RETENTION, ...config.retention },
    logLevel: config.logLevel ?? "info",
  };
}

/** Without any given, the list that was inferred is the empty one. */
function noPlugins<Plugins extends readonly Plugin[]>(): Plugins {
  const none: readonly Plugin[] = [];
  return none as Plugins;
}
