import type { MiddlewareHandler } from "hono";
import { findActor } from "../keys/find-actor.ts";
import type { Services } from "../services.ts";
import { allowance, type Allowance } from "./allowance.ts";
import { askedIn } from "./asked.ts";
import { clientAddress } from "./client-address.ts";
import type { CountBadKey } from "./count-bad-keys.ts";
import type { HttpEnvironment } from "./exchange.ts";
import type { Limits } from "./limits.ts";
import { RequestFault } from "./request-fault.ts";

/** Counts that more than one part of a server adds to. */
export interface CallerCounts {
  /** What each address may do without a key. */
  readonly addresses: Allowance;
  readonly countBadKey: CountBadKey;
}

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
  { addresses, countBadKey }: CallerCounts,
): MiddlewareHandler<HttpEnvironment> {
  const keys = allowance("key", limits.keyRequestsPerMinute, limits);

  return async (context, next) => {
    if (UNLIMITED_PATHS.has(context.req.path)) return next();
    const authorization = context.req.header("authorization");
    if (authorization === undefined) {
      const address = clientAddress(askedIn(context), limits.trustedProxies);
      refuseAfter(await addresses.spend(context.get("exchange"), address));
      return next();
    }
    const key = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const actor = key === undefined ? undefined : await findActor(services, key);
    if (actor === undefined) {
      refuseAfter(await countBadKey(context));
      throw new RequestFault("KEY_INVALID");
    }
    const exchange = context.get("exchange");
    exchange.actor = actor;
    refuseAfter(await keys.spend(exchange, actor.keyId));
    return next();
  };
}

/** Asked by whatever watches over the server, from one address and often. */
const UNLIMITED_PATHS: ReadonlySet<string> = new Set(["/healthz", "/readyz"]);

function refuseAfter(waitSeconds: number | undefined): void {
  if (waitSeconds === undefined) return;
  throw new RequestFault("RATE_LIMITED", [], { "retry-after": String(waitSeconds) });
}
