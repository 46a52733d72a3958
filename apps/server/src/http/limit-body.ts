import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { HttpEnvironment } from "./exchange.ts";
import { RequestFault } from "./request-fault.ts";

/** Refuses bodies over a size, whether their length is stated or found while reading. */
export function limitBody(bytes: number): MiddlewareHandler<HttpEnvironment> {
  const limit = bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new RequestFault("BODY_TOO_LARGE");
    },
  });
  return (context, next) => (BODILESS.has(context.req.method) ? next() : limit(context, next));
}

const BODILESS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);
