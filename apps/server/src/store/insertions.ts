import type { Compilable, CompiledQuery, Kysely } from "kysely";
import { inBatches } from "./in-batches.ts";
import { keptStatement } from "./kept-statement.ts";
import type { StoreSchema } from "./schema.ts";

/**
 * The statements that insert rows, which all have the same properties, in the same order. A series has some hundred rows,
 * and building a statement for as many takes longer than running it: it is built once for each number of rows. `build` must
 * give the same statement for rows of the same name and number, but for their values.
 */
export function insertions<Row extends object>(
  database: Kysely<StoreSchema>,
  name: string,
  rows: readonly Row[],
  build: (batch: readonly Row[]) => Compilable,
): CompiledQuery[] {
  return inBatches(rows).map((batch) => {
    const parameters = batch.flatMap((row) => Object.values(row) as unknown[]);
    return keptStatement(database, `insert ${batch.length} ${name}`, parameters, () =>
      build(batch),
    );
  });
}
