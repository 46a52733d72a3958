import type { MiddlewareHandler } from "hono";
import type { Exchange, HttpEnvironment } from "./exchange.ts";

/**
 * Paths that pages of any origin may read: the operations that `access.ts` marks `crossOrigin`, written as one pattern
 * so that asking costs next to nothing. A test compares the two.
 *
 * @internal
 */
export const CROSS_ORIGIN_PATHS =
  /^\/(?:openapi\.json|v1\/schools(?:\/[^/]+(?:\/(?:calendar|availability|whats-on|spaces(?:\/[^/]+(?:\/availability)?)?))?)?)$/;

/**
 * Lets pages of other origins read what is public, errors too, and nothing else: no key may be sent along from there.
 * Stands before everything that can refuse a request, so that a script can read the refusal.
 */
export function allowCrossOrigin(): MiddlewareHandler<HttpEnvironment> {
  return (context, next) => {
    const { method, path } = context.req;
    if (!openToOrigins(path, context.get("exchange"))) return next();
    if (method !== "OPTIONS" || context.req.header("access-control-request-method") === undefined) {
      return next();
    }
    const answer = context.body(null, 204, {
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-headers": "Accept-Language, If-None-Match, X-Request-Id",
      "access-control-max-age": "86400",
    });
    return Promise.resolve(answer);
  };
}

/** Whether pages of any origin may read what is at a path; the answer then says so. */
export function openToOrigins(path: string, { headers }: Exchange): boolean {
  if (!CROSS_ORIGIN_PATHS.test(path)) return false;
  headers["access-control-allow-origin"] = "*";
  headers["access-control-expose-headers"] = EXPOSED;
  headers["cross-origin-resource-policy"] = "cross-origin";
  return true;
}

const EXPOSED =
  "Content-Language, ETag, Link, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id";
