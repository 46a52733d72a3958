import type { Language } from "@neuadd/core";

/** Whose key came with a request. An authority's key acts for each of its schools, the operator's for all. */
export interface PluginCaller {
  readonly keyId: string;
  readonly kind: "hirer" | "school" | "authority" | "operator";
  /** Id of the hirer, school or authority; empty for the operator. */
  readonly owner: string;
  /** Such as `bookings:read`. */
  readonly scopes: ReadonlySet<string>;
}

/**
 * What the handlers of a plugin's routes find in the context: `new OpenAPIHono<PluginEnvironment>()`.
 * The server has checked the key and the rate already; whether this caller may do this is for the route to say,
 * since only the plugin knows: a route that does not look at `actor` answers anyone.
 */
export interface PluginEnvironment {
  Variables: {
    exchange: {
      readonly requestId: string;
      /** The language of the answer, as the caller asked for it. */
      readonly language: Language;
      /** Absent when the request carries no key. */
      readonly actor?: PluginCaller;
    };
  };
}
