import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Exchange } from "./exchange.ts";
import type { Limits } from "./limits.ts";

/** What each of several callers may do in a minute. */
export interface Allowance {
  /**
   * Takes one from what a caller has left, and has the answer say what is left then
   * (draft-ietf-httpapi-ratelimit-headers-11). Nothing was left: the seconds until there is more, one at least.
   */
  spend(exchange: Exchange, caller: string): Promise<number | undefined>;
}

const WINDOW_SECONDS = 60;

/**
 * This process's share of a rate, under the name that answers give it. Counted in memory: a write to the store with every
 * request would cost more than it saves.
 */
export function allowance(policy: string, rate: number, { processes }: Limits): Allowance {
  const points = Math.ceil(rate / processes);
  const limiter = new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  return {
    async spend({ headers }, caller) {
      const { left, isRefused } = await consume(limiter, caller);
      const seconds = Math.ceil(left.msBeforeNext / 1000);
      headers["ratelimit-policy"] = `"${policy}";q=${points};w=${WINDOW_SECONDS}`;
      headers["ratelimit"] = `"${policy}";r=${left.remainingPoints};t=${seconds}`;
      return isRefused ? Math.max(1, seconds) : undefined;
    },
  };
}

async function consume(
  limiter: RateLimiterMemory,
  caller: string,
): Promise<{ readonly left: RateLimiterRes; readonly isRefused: boolean }> {
  try {
    return { left: await limiter.consume(caller), isRefused: false };
  } catch (error) {
    if (error instanceof RateLimiterRes) return { left: error, isRefused: true };
    throw error;
  }
}
