import type { Compilable, Kysely } from "kysely";
import { inBatches } from "./in-batches.ts";
import { runKept } from "./kept-statement.ts";
import type { StoreSchema } from "./schema.ts";

/**
 * Inserts rows that all have the same properties, in the same order. A series has some hundred rows, and building a
 * statement for as many takes longer than running it: it is built once for each number of rows. `build` must give the
 * same statement for rows of the same name and number, but for their values.
 */
export async function insertRows<Row extends object>(
  database: Kysely<StoreSchema>,
  name: string,
  rows: readonly Row[],
  build: (batch: readonly Row[]) => Compilable,
): Promise<void> {
  for (const batch of inBatches(rows)) {
    const parameters = batch.flatMap((row) => Object.values(row) as unknown[]);
    await runKept(database, `insert ${batch.length} ${name}`, parameters, () => build(batch));
  }
}
