import type { Language } from "@neuadd/core";
import type { CallerKind } from "./caller-kind.ts";
import type { CallerScope } from "./caller-scope.ts";

/** Whose key came with a request. An authority's key acts for each of its schools, the operator's for all. */
export interface PluginCaller {
  readonly keyId: string;
  readonly kind: CallerKind;
  /** Id of the hirer, school or authority; empty for the operator. */
  readonly owner: string;
  readonly scopes: ReadonlySet<CallerScope>;
}

/** One request, as the server has looked at it already. */
export interface PluginExchange {
  readonly requestId: string;
  /** The language of the answer, as the caller asked for it. */
  readonly language: Language;
  /** Absent when the request carries no key. */
  readonly actor?: PluginCaller;
}

/**
 * What the handlers of a plugin's routes find in the context: `new OpenAPIHono<PluginEnvironment>()`.
 * The server has checked the key and the rate already; whether this caller may do this is for the route to say,
 * since only the plugin knows: a route that asks nothing of `host.access` answers anyone, or any key where it says
 * `security: [{ key: [] }]`.
 */
export interface PluginEnvironment {
  Variables: { exchange: PluginExchange };
}
