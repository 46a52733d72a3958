import { allowance } from "./allowance.ts";
import { clientAddress } from "./client-address.ts";
import { askedIn } from "./asked.ts";
import type { HttpContext } from "./exchange.ts";
import type { Limits } from "./limits.ts";

/**
 * Counts a key that is not valid against the address that it came from, whether it stood in a header or in a form. Answers
 * the seconds to wait once there were too many within a minute.
 */
export type CountBadKey = (context: HttpContext) => Promise<number | undefined>;

/** One count for all ways in which a key can be given to a server. */
export function countBadKeys(limits: Limits): CountBadKey {
  const badKeys = allowance("bad-keys", limits.badKeysPerMinute, limits);
  return (context) =>
    badKeys.spend(context.get("exchange"), clientAddress(askedIn(context), limits.trustedProxies));
}
