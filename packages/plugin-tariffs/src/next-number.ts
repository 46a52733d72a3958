import type { Kysely, Transaction } from "kysely";
import type { TariffsTables } from "./tariffs-tables.ts";

type Tables = Kysely<TariffsTables> | Transaction<TariffsTables>;

/**
 * Waits for whoever else gives numbers of this kind in the school, and keeps others waiting until the
 * transaction ends: what is read after it stands still. Call it first.
 */
export async function holdCounter(tables: Tables, school: string, kind: string): Promise<void> {
  await tables
    .insertInto("tariffs_counters")
    .values({ school, kind, last: 0 })
    .onConflict((conflict) =>
      conflict
        .columns(["school", "kind"])
        .doUpdateSet((update) => ({ last: update.ref("tariffs_counters.last") })),
    )
    .execute();
}

/** The next number. In a transaction: one that is rolled back gives its number back, so that there are no gaps. */
export async function nextNumber(tables: Tables, school: string, kind: string): Promise<number> {
  await holdCounter(tables, school, kind);
  const { last } = await tables
    .updateTable("tariffs_counters")
    .set((update) => ({ last: update("last", "+", 1) }))
    .where("school", "=", school)
    .where("kind", "=", kind)
    .returning("last")
    .executeTakeFirstOrThrow();
  return Number(last);
}
