import type { Services } from "../services.ts";
import { issueKey } from "./issue-key.ts";

/**
 * Issues the first key of the operator; undefined when there has ever been one, revoked ones included.
 * A store that nobody has a key for could be filled only by hand.
 */
export async function firstOperatorKey(services: Services): Promise<string | undefined> {
  const known = await services.store.database
    .selectFrom("api_keys")
    .select("key_id")
    .where("kind", "=", "operator")
    .limit(1)
    .executeTakeFirst();
  if (known) return undefined;
  const { key } = await issueKey(services, { kind: "operator", owner: "", label: "first start" });
  return key;
}
