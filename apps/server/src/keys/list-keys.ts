import type { Instant } from "@neuadd/core";
import type { CallerKind, CallerScope } from "@neuadd/plugin-kit";
import type { Services } from "../services.ts";

/** A key as it may be shown: without its text, which nobody has but its bearer. */
export interface KeyRecord {
  readonly id: string;
  readonly kind: CallerKind;
  /** Id of the hirer, school or authority; empty for the operator. */
  readonly owner: string;
  readonly label: string;
  readonly scopes: readonly CallerScope[];
  readonly createdAt: Instant;
  readonly expiresAt?: Instant;
  readonly revokedAt?: Instant;
}

/** All keys, the oldest first, with those that are expired or revoked. */
export async function listKeys(services: Services): Promise<KeyRecord[]> {
  const rows = await services.store.database
    .selectFrom("api_keys")
    .selectAll()
    .orderBy("key_id")
    .execute();
  return rows.map((row) => ({
    id: row.key_id,
    kind: row.kind,
    owner: row.owner_id,
    label: row.label,
    scopes: JSON.parse(row.scopes) as CallerScope[],
    createdAt: row.created_at,
    ...(row.expires_at !== null && { expiresAt: row.expires_at }),
    ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
  }));
}
