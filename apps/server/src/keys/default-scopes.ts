import type { CallerKind, CallerScope } from "@neuadd/plugin-kit";
import { CALLER_SCOPES } from "@neuadd/plugin-kit/host";

const SCHOOL_SCOPES: readonly CallerScope[] = [
  "bookings:read",
  "bookings:write",
  "approvals:write",
  "blocks:write",
  "hirers:read",
  "hirers:write",
  "events:read",
];

const DEFAULT_SCOPES: Readonly<Record<CallerKind, readonly CallerScope[]>> = {
  hirer: ["bookings:read", "bookings:write", "hirers:read", "hirers:write"],
  school: SCHOOL_SCOPES,
  authority: SCHOOL_SCOPES,
  operator: CALLER_SCOPES,
};

/** The scopes of a key that is issued without naming any: all that its kind may have. */
export function defaultScopes(kind: CallerKind): readonly CallerScope[] {
  return DEFAULT_SCOPES[kind];
}
