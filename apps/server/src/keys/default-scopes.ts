import { SCOPES, type ActorKind, type Scope } from "./actor.ts";

const SCHOOL_SCOPES: readonly Scope[] = [
  "bookings:read",
  "bookings:write",
  "approvals:write",
  "blocks:write",
  "hirers:read",
  "hirers:write",
  "events:read",
];

const DEFAULT_SCOPES: Readonly<Record<ActorKind, readonly Scope[]>> = {
  hirer: ["bookings:read", "bookings:write", "hirers:read", "hirers:write"],
  school: SCHOOL_SCOPES,
  authority: SCHOOL_SCOPES,
  operator: SCOPES,
};

/** The scopes of a key that is issued without naming any: all that its kind may have. */
export function defaultScopes(kind: ActorKind): readonly Scope[] {
  return DEFAULT_SCOPES[kind];
}
