import type { HttpContext } from "./exchange.ts";
import { RequestFault } from "./request-fault.ts";
import { respond } from "./respond.ts";

/**
 * The answer where no route is: METHOD_NOT_ALLOWED with `Allow` if there is one for another method, otherwise
 * ROUTE_UNKNOWN. `OPTIONS` of a path that exists is answered with what it allows. `methods` are those of each path.
 */
export function missingRoute(
  context: HttpContext,
  methods: ReadonlyMap<string, readonly string[]>,
): Response {
  const segments = context.req.path.split("/");
  const found = [...methods].find(([path]) => isMatch(path.split("/"), segments));
  if (found === undefined) throw new RequestFault("ROUTE_UNKNOWN");
  const [path, known] = found;
  context.get("exchange").route = path;
  const allow = [...known, ...(known.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  if (context.req.method === "OPTIONS") return respond(context, 204, null, { allow });
  throw new RequestFault("METHOD_NOT_ALLOWED", [], { allow });
}

function isMatch(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, index) => {
      const segment = segments[index] ?? "";
      return part.startsWith("{") ? segment !== "" : part === segment;
    })
  );
}
