/** How long the host waits for a plugin, in milliseconds. */
export interface PluginTimeLimits {
  readonly setupLimitMs: number;
  readonly closeLimitMs: number;
  readonly rulesLimitMs: number;
  readonly quoteLimitMs: number;
  readonly pageLimitMs: number;
  readonly formLimitMs: number;
  readonly transactionLimitMs: number;
}

export const PLUGIN_TIME_LIMITS: PluginTimeLimits = Object.freeze({
  setupLimitMs: 30_000,
  closeLimitMs: 10_000,
  rulesLimitMs: 2_000,
  quoteLimitMs: 2_000,
  pageLimitMs: 5_000,
  formLimitMs: 30_000,
  transactionLimitMs: 5_000,
});
