import type { Plugin } from "@neuadd/plugin-kit";
import type { RetentionPeriods } from "../hirers/retention-periods.ts";
import type { Limits } from "../http/limits.ts";
import type { StoreSetting } from "./store-setting.ts";

export const LOG_LEVELS = ["silent", "error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The settings of a server. Every one has a default. */
export interface Config<Plugins extends readonly Plugin[] = readonly Plugin[]> {
  /**
   * Where the data is kept. A relative path starts at the directory of the configuration file. Default
   * `{ sqlite: ".neuadd/neuadd.sqlite" }`.
   */
  readonly store?: StoreSetting;
  /** Default 3000. 0 takes any that is free; addresses in answers are right then only if `publicUrl` is set. */
  readonly port?: number;
  /** The address to listen on. Default: every address of the machine. */
  readonly host?: string;
  /** Where others reach the server, without a slash at the end. Default `http://localhost:<port>`. */
  readonly publicUrl?: string;
  /** In any order: those that others require are set up first. */
  readonly plugins?: Plugins;
  /**
   * `real`, the default, is the host's clock. An RFC 3339 instant is a demonstration's: the clock shows
   * it at the start, then runs on at normal speed.
   */
  readonly clock?: string;
  /** What is granted to one caller; what is left out stays as it is by default. */
  readonly limits?: Partial<Limits>;
  /**
   * How long what is personal is kept: `enquiryMonths` (default 12) for requests that came to nothing, `bookingYears`
   * (default 6 whole financial years, and the current one) for bookings. A job erases the rest once a day.
   */
  readonly retention?: Partial<RetentionPeriods>;
  /** What goes to the log, which is lines of JSON on standard error. Default `info`. */
  readonly logLevel?: LogLevel;
}

/**
 * Gives the configuration back as it is, with its plugins known to the type checker: what
 * `neuadd.config.ts` exports as its default.
 *
 * @example
 * ```ts
 * import { defineConfig } from "@neuadd/server";
 *
 * const config = defineConfig({ port: 8080, store: { sqlite: "data/neuadd.sqlite" } });
 * config.port; //=> 8080
 * ```
 */
export function defineConfig<const Plugins extends readonly Plugin[] = readonly []>(
  config: Config<Plugins>,
): Config<Plugins> {
  return config;
}
