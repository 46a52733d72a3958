import type { HttpContext } from "./exchange.ts";

/** What the outermost layers look at in a request, whoever has read it: Hono or Node itself. */
export interface Asked {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Of the socket; undefined when there is none, as in tests that call the app itself. */
  readonly remoteAddress: string | undefined;
  /** The value of a header, whose name is in lower case. */
  header(name: string): string | undefined;
}

export function askedIn({ req, env }: HttpContext): Asked {
  return {
    method: req.method,
    path: req.path,
    remoteAddress: env?.incoming?.socket.remoteAddress,
    header: (name) => req.header(name),
  };
}
