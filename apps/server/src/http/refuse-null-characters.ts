import type { Bilingual } from "@neuadd/core";
import type { MiddlewareHandler } from "hono";
import type { HttpEnvironment } from "./exchange.ts";
import { bodyFault, parameterFault, RequestFault } from "./request-fault.ts";

/**
 * Refuses the character U+0000 in paths and queries: PostgreSQL can't hold it in any text, and nobody's name has it. In a
 * path it is ROUTE_UNKNOWN, since nothing can be called so; in a query QUERY_INVALID.
 */
export function refuseNullCharacters(): MiddlewareHandler<HttpEnvironment> {
  return (context, next) => {
    const { url } = context.req;
    if (!url.includes("%00")) return next();
    for (const [name, values] of Object.entries(context.req.queries())) {
      if (`${name}${values.join("")}`.includes("\0")) throw parameterFault(name, NULL_CHARACTER);
    }
    if (context.req.path.includes("%00") || context.req.path.includes("\0")) {
      throw new RequestFault("ROUTE_UNKNOWN");
    }
    return next();
  };
}

/** The same for the JSON of a body, wherever in it. Throws BODY_INVALID with the place. */
export function refuseNullInBody(text: string, body: unknown): void {
  // What holds none as it is written holds none, which is quickly seen.
  if (!text.includes("\\u0000")) return;
  const pointer = pointerToNull(body, "#");
  if (pointer !== undefined) throw bodyFault(pointer, NULL_CHARACTER);
}

const NULL_CHARACTER: Bilingual = {
  cy: "Ni all testun gynnwys y nod U+0000.",
  en: "Text can't hold the character U+0000.",
};

/** No body of ours is nested so deeply: what is gets refused by its schema. */
const DEEPEST = 32;

function pointerToNull(value: unknown, pointer: string, depth = 0): string | undefined {
  if (typeof value === "string") return value.includes("\0") ? pointer : undefined;
  if (typeof value !== "object" || value === null || depth > DEEPEST) return undefined;
  for (const [name, child] of Object.entries(value)) {
    if (name.includes("\0")) return pointer;
    const place = pointerToNull(child, `${pointer}/${name}`, depth + 1);
    if (place !== undefined) return place;
  }
  return undefined;
}
