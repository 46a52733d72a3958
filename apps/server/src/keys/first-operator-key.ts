import type { Services } from "../services.ts";
import { issueKeyOnce } from "./issue-key.ts";

/** There can be only one key of this id, however many servers start on an empty database at once. */
const FIRST_KEY = `key_${"0".repeat(36)}`;

/**
 * Issues the first key of the operator; undefined when there has ever been one, revoked ones included, or when another
 * process has just issued it. A store that nobody has a key for could be filled only by hand.
 */
export async function firstOperatorKey(services: Services): Promise<string | undefined> {
  const known = await services.store.database
    .selectFrom("api_keys")
    .select("key_id")
    .where("kind", "=", "operator")
    .limit(1)
    .executeTakeFirst();
  if (known) return undefined;
  return issueKeyOnce(services, FIRST_KEY, { kind: "operator", owner: "", label: "first start" });
}
