import type { Instant } from "@neuadd/core";
import { sql, type Kysely } from "kysely";
import type { StoreSchema } from "../store/schema.ts";
import { gathered, type Finding, type Sighting } from "./finding.ts";

const DAY_MS = 86_400_000;
const OLD_AFTER_DAYS = 731;
const MOST_OPERATOR_KEYS = 3;

/** Valid keys that nobody should still have. Places are ids of keys; revoked and expired ones don't count. */
export async function checkKeys(database: Kysely<StoreSchema>, now: Instant): Promise<Finding[]> {
  const { rows: keys } = await sql<{
    key_id: string;
    kind: string;
    created_at: number;
    expires_at: number | null;
    has_owner: number;
  }>`
    select k.key_id, k.kind, k.created_at, k.expires_at,
      case
        when k.kind = 'operator' then 1
        when k.kind = 'hirer' and exists (select 1 from hirers h where h.hirer_id = k.owner_id) then 1
        when k.kind = 'school' and exists (select 1 from schools s where s.school_id = k.owner_id) then 1
        when k.kind = 'authority' and exists (select 1 from schools s where s.authority_id = k.owner_id) then 1
        else 0
      end as has_owner
    from api_keys k
    where k.revoked_at is null and (k.expires_at is null or k.expires_at > ${now})
    order by k.key_id`.execute(database);
  const sightings: Sighting[] = [];
  for (const { key_id: place, created_at, expires_at, has_owner } of keys) {
    if (has_owner === 0) sightings.push({ code: "KEY_OWNER_UNKNOWN", place });
    const isOld = created_at < now - OLD_AFTER_DAYS * DAY_MS;
    if (expires_at === null && isOld) sightings.push({ code: "KEY_OLD", place });
  }
  const operators = keys.filter(({ kind }) => kind === "operator");
  if (operators.length > MOST_OPERATOR_KEYS) {
    for (const { key_id: place } of operators) sightings.push({ code: "OPERATOR_KEYS", place });
  }
  return gathered(sightings);
}
