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
  return (context, next) => {
    if (BODILESS.has(context.req.method)) return next();
    const length = context.req.header("content-length");
    const isStated =
      length !== undefined &&
      /^\d+$/.test(length) &&
      context.req.header("transfer-encoding") === undefined;
    // Node reads no more than is stated. Asking Hono, which looks at the body, would make a web `Request` of it first.
    if (!isStated) return limit(context, next);
    if (Number(length) > bytes) throw new RequestFault("BODY_TOO_LARGE");
    return next();
  };
}

const BODILESS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);
