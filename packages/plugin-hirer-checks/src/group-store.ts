import { activityKey } from "@neuadd/core";
import type { Kysely } from "kysely";
import type { DeclaredGroup } from "./declared-group.ts";
import type { HirerChecksTables } from "./hirer-checks-tables.ts";

export async function readGroups(
  tables: Kysely<HirerChecksTables>,
  school: string,
  hirer: string,
): Promise<DeclaredGroup[]> {
  const rows = await tables
    .selectFrom("hirer_checks_groups")
    .select("declared")
    .where("school", "=", school)
    .where("hirer", "=", hirer)
    .orderBy("activity")
    .execute();
  return rows.map(declaredGroup);
}

export async function readGroup(
  tables: Kysely<HirerChecksTables>,
  school: string,
  hirer: string,
  activity: string,
): Promise<DeclaredGroup | undefined> {
  const row = await tables
    .selectFrom("hirer_checks_groups")
    .select("declared")
    .where("school", "=", school)
    .where("hirer", "=", hirer)
    .where("activity", "=", activityKey(activity))
    .executeTakeFirst();
  return row && declaredGroup(row);
}

/** Declares a group anew, or in place of the one of the same activity. */
export async function writeGroup(
  tables: Kysely<HirerChecksTables>,
  school: string,
  hirer: string,
  group: DeclaredGroup,
): Promise<void> {
  const activity = activityKey(group.activity);
  const declared = JSON.stringify(group);
  await tables
    .insertInto("hirer_checks_groups")
    .values({ school, hirer, activity, declared })
    .onConflict((conflict) =>
      conflict.columns(["school", "hirer", "activity"]).doUpdateSet({ declared }),
    )
    .execute();
}

/** False if nothing was declared for the activity. */
export async function removeGroup(
  tables: Kysely<HirerChecksTables>,
  school: string,
  hirer: string,
  activity: string,
): Promise<boolean> {
  const removed = await tables
    .deleteFrom("hirer_checks_groups")
    .where("school", "=", school)
    .where("hirer", "=", hirer)
    .where("activity", "=", activityKey(activity))
    .returning("activity")
    .execute();
  return removed.length > 0;
}

function declaredGroup({ declared }: { readonly declared: string }): DeclaredGroup {
  return JSON.parse(declared) as DeclaredGroup;
}
