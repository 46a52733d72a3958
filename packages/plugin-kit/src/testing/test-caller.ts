import type { School } from "@neuadd/core";
import type { CallerKind } from "../caller-kind.ts";
import { CALLER_SCOPES } from "../caller-scope.ts";
import type { PluginCaller } from "../plugin-environment.ts";

/** Whose key a test sends: of the first school, of its authority, of others, of the operator, or of a hirer by its id. */
export type TestCaller =
  | "school"
  | "otherSchool"
  | "authority"
  | "otherAuthority"
  | "operator"
  | { readonly hirer: string };

/** The bearer of such a key, with every scope. */
export function testCaller(as: TestCaller, { id, authority }: School): PluginCaller {
  if (typeof as === "object") return caller("hirer", as.hirer);
  switch (as) {
    case "school":
      return caller("school", id);
    case "otherSchool":
      return caller("school", `${id}-other`);
    case "authority":
      return caller("authority", authority);
    case "otherAuthority":
      return caller("authority", `${authority}-other`);
    case "operator":
      return caller("operator", "");
  }
}

function caller(kind: CallerKind, owner: string): PluginCaller {
  return { keyId: `key_${kind}`, kind, owner, scopes: new Set(CALLER_SCOPES) };
}
