/** What a key may be let do. */
export const CALLER_SCOPES = [
  "bookings:read",
  "bookings:write",
  "approvals:write",
  "blocks:write",
  "hirers:read",
  "hirers:write",
  "events:read",
  "metrics:read",
] as const;

export type CallerScope = (typeof CALLER_SCOPES)[number];
