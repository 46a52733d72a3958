import type { Hirer } from "@neuadd/core";
import type { BookingFacts } from "./booking-facts.ts";
import type { CallerKind } from "./caller-kind.ts";
import type { CallerScope } from "./caller-scope.ts";
import type { PluginCaller, PluginExchange } from "./plugin-environment.ts";
import type { SchoolFacts } from "./plugin-reads.ts";

/** What a key must be and have. */
export interface AccessNeeds {
  /** Default: any kind that may see what it is about; for a school, the keys that act for it. */
  readonly kinds?: readonly CallerKind[];
  readonly scope?: CallerScope;
}

/**
 * Lets the caller of a route through, or throws what the server answers as its own routes do: 401
 * without a key; 404 for what is not there or what the key may not see; 403 for what it may see but not
 * do. Ask before anything else in a handler, with `context.var.exchange`.
 */
export interface PluginAccess {
  /** Anyone may: only the school must be there. */
  anyone(exchange: PluginExchange, school: string): Promise<SchoolFacts>;
  /** Any key of the kinds given, such as `["operator"]`. */
  caller(exchange: PluginExchange, needs?: AccessNeeds): Promise<PluginCaller>;
  /** A key that acts for the school: its own, its authority's, the operator's. With `kinds` naming them, hirers too. */
  school(
    exchange: PluginExchange,
    school: string,
    needs?: AccessNeeds,
  ): Promise<{ readonly caller: PluginCaller; readonly facts: SchoolFacts }>;
  /** The hirer's own key, or one that acts for a school which knows the hirer. */
  hirer(
    exchange: PluginExchange,
    hirer: string,
    needs?: AccessNeeds,
  ): Promise<{ readonly caller: PluginCaller; readonly hirer: Hirer }>;
  /** The key of the booking's hirer, or one that acts for the school. */
  booking(
    exchange: PluginExchange,
    school: string,
    booking: string,
    needs?: AccessNeeds,
  ): Promise<{
    readonly caller: PluginCaller;
    readonly facts: SchoolFacts;
    readonly booking: BookingFacts;
  }>;
}
