import type { Kysely } from "kysely";
import type { CheckPolicy } from "./check-policy.ts";
import type { HirerChecksTables } from "./hirer-checks-tables.ts";

/** A policy as it stands. Revision 0: the school has set none yet. */
export interface StoredPolicy {
  readonly policy: CheckPolicy;
  readonly revision: number;
}

export async function readPolicy(
  tables: Kysely<HirerChecksTables>,
  school: string,
  otherwise: CheckPolicy,
): Promise<StoredPolicy> {
  const row = await tables
    .selectFrom("hirer_checks_policies")
    .select(["policy", "revision"])
    .where("school", "=", school)
    .executeTakeFirst();
  if (row === undefined) return { policy: otherwise, revision: 0 };
  return { policy: JSON.parse(row.policy) as CheckPolicy, revision: row.revision };
}

/** False when the policy is no longer at the revision that the caller saw: then nothing is written. */
export async function writePolicy(
  tables: Kysely<HirerChecksTables>,
  school: string,
  policy: CheckPolicy,
  seen: number,
): Promise<boolean> {
  const values = { school, policy: JSON.stringify(policy), revision: seen + 1 };
  const written =
    seen === 0
      ? await tables
          .insertInto("hirer_checks_policies")
          .values(values)
          .onConflict((conflict) => conflict.column("school").doNothing())
          .returning("revision")
          .execute()
      : await tables
          .updateTable("hirer_checks_policies")
          .set(values)
          .where("school", "=", school)
          .where("revision", "=", seen)
          .returning("revision")
          .execute();
  return written.length === 1;
}
