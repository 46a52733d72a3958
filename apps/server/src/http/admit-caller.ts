import type { MiddlewareHandler } from "hono";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { findActor } from "../keys/find-actor.ts";
import type { Services } from "../services.ts";
import { clientAddress } from "./client-address.ts";
import type { HttpContext, HttpEnvironment } from "./exchange.ts";
import type { Limits } from "./limits.ts";
import { RequestFault } from "./request-fault.ts";

/**
 * Finds out who calls, and holds each caller to a rate: a valid key has an allowance of its own, every address one
 * without a key, and one, much smaller, for keys that are not valid. Made-up keys thus never get a caller an allowance of
 * its own, and whoever sends them locks nobody out who shares its address and has a valid one.
 *
 * A key that is not valid is refused even where no key is needed: whoever sends one means to be known.
 */
export function admitCaller(
  services: Services,
  limits: Limits,
): MiddlewareHandler<HttpEnvironment> {
  const addresses = limiter(limits.addressRequestsPerMinute, limits);
  const keys = limiter(limits.keyRequestsPerMinute, limits);
  const badKeys = limiter(limits.badKeysPerMinute, limits);

  return async (context, next) => {
    if (UNLIMITED_PATHS.has(context.req.path)) return next();
    const authorization = context.req.header("authorization");
    const address = clientAddress(context, limits.trustedProxies);
    if (authorization === undefined) {
      await spend(context, addresses, "address", address);
      return next();
    }
    const key = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const actor = key === undefined ? undefined : await findActor(services, key);
    if (actor === undefined) {
      await spend(context, badKeys, "bad-keys", address);
      throw new RequestFault("KEY_INVALID");
    }
    context.get("exchange").actor = actor;
    await spend(context, keys, "key", actor.keyId);
    return next();
  };
}

/** Asked by whatever watches over the server, from one address and often. */
const UNLIMITED_PATHS: ReadonlySet<string> = new Set(["/healthz", "/readyz"]);

const WINDOW_SECONDS = 60;

/** This process's share of a rate. Counted in memory: a write to the store with every request would cost more than it saves. */
function limiter(rate: number, { processes }: Limits): RateLimiterMemory {
  const points = Math.ceil(rate / processes);
  return new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
}

/** Tells the caller what is left (draft-ietf-httpapi-ratelimit-headers-11) and throws RATE_LIMITED when nothing is. */
async function spend(
  context: HttpContext,
  allowance: RateLimiterMemory,
  policy: string,
  caller: string,
): Promise<void> {
  try {
    tell(context, allowance, policy, await allowance.consume(caller));
  } catch (error) {
    if (error instanceof RateLimiterRes) throw rateLimited(context, allowance, policy, error);
    throw error;
  }
}

function tell(
  context: HttpContext,
  { points }: RateLimiterMemory,
  policy: string,
  { remainingPoints, msBeforeNext }: RateLimiterRes,
): void {
  const { headers } = context.get("exchange");
  const seconds = Math.ceil(msBeforeNext / 1000);
  headers["ratelimit-policy"] = `"${policy}";q=${points};w=${WINDOW_SECONDS}`;
  headers["ratelimit"] = `"${policy}";r=${remainingPoints};t=${seconds}`;
}

function rateLimited(
  context: HttpContext,
  allowance: RateLimiterMemory,
  policy: string,
  state: RateLimiterRes,
): RequestFault {
  tell(context, allowance, policy, state);
  const seconds = Math.max(1, Math.ceil(state.msBeforeNext / 1000));
  return new RequestFault("RATE_LIMITED", [], { "retry-after": String(seconds) });
}
