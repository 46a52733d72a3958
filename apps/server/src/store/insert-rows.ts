import type { Compilable, CompiledQuery, DialectAdapter, Kysely } from "kysely";
import { inBatches } from "./in-batches.ts";
import type { StoreSchema } from "./schema.ts";

/** Texts differ by the number of rows: those of the lengths that recur are kept, of each engine. */
const texts = new WeakMap<DialectAdapter, Map<string, CompiledQuery>>();
const TEXTS_MAX = 64;

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
    const statement = statementOf(database, `${name} ${batch.length}`, parameters, () =>
      build(batch).compile(),
    );
    await database.executeQuery({ ...statement, parameters });
  }
}

function statementOf(
  database: Kysely<StoreSchema>,
  name: string,
  parameters: readonly unknown[],
  build: () => CompiledQuery,
): CompiledQuery {
  const { adapter } = database.getExecutor();
  const known = texts.get(adapter) ?? new Map<string, CompiledQuery>();
  texts.set(adapter, known);
  const kept = known.get(name);
  if (kept !== undefined) return kept;
  const statement = build();
  const isInOrder =
    statement.parameters.length === parameters.length &&
    statement.parameters.every((value, index) => value === parameters[index]);
  if (!isInOrder) {
    throw new Error(
      `The rows of "${name}" have their properties in another order than its columns.`,
    );
  }
  if (known.size >= TEXTS_MAX) {
    const [oldest] = known.keys();
    if (oldest !== undefined) known.delete(oldest);
  }
  known.set(name, statement);
  return statement;
}
