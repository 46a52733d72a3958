/** Whose key it is. An authority's key acts for every school of the authority; the operator's for all. */
export const ACTOR_KINDS = ["hirer", "school", "authority", "operator"] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const SCOPES = [
  "bookings:read",
  "bookings:write",
  "approvals:write",
  "blocks:write",
  "hirers:read",
  "hirers:write",
  "events:read",
  "metrics:read",
] as const;
export type Scope = (typeof SCOPES)[number];

/** The bearer of a key, once it has been checked. */
export interface Actor {
  readonly keyId: string;
  readonly kind: ActorKind;
  /** Id of the hirer, school or authority; empty for the operator. */
  readonly owner: string;
  readonly scopes: ReadonlySet<Scope>;
}
