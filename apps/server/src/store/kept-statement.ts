import type { Compilable, CompiledQuery, DialectAdapter, Kysely, QueryResult } from "kysely";
import type { StoreSchema } from "./schema.ts";

/** Of each open database. Texts differ by the number of rows: those of the lengths that recur are kept. */
const statements = new WeakMap<DialectAdapter, Map<string, CompiledQuery>>();
const STATEMENTS_MAX = 128;

/**
 * Runs a statement whose text is built once, and kept by its name: for those that run with every request, building takes
 * longer than running. `build` must give the same text each time for one name, with `parameters` as its values in their
 * order; that they are is checked when it is built.
 */
export async function runKept<Row>(
  database: Kysely<StoreSchema>,
  name: string,
  parameters: readonly unknown[],
  build: () => Compilable,
): Promise<QueryResult<Row>> {
  return database.executeQuery<Row>(keptStatement(database, name, parameters, build));
}

/** The same statement, for whoever runs it otherwise. */
export function keptStatement(
  database: Kysely<StoreSchema>,
  name: string,
  parameters: readonly unknown[],
  build: () => Compilable,
): CompiledQuery {
  return { ...statementOf(database, name, parameters, build), parameters };
}

function statementOf(
  database: Kysely<StoreSchema>,
  name: string,
  parameters: readonly unknown[],
  build: () => Compilable,
): CompiledQuery {
  const { adapter } = database.getExecutor();
  const known = statements.get(adapter) ?? new Map<string, CompiledQuery>();
  statements.set(adapter, known);
  const kept = known.get(name);
  if (kept !== undefined) return kept;
  const statement = build().compile();
  const isInOrder =
    statement.parameters.length === parameters.length &&
    statement.parameters.every((value, index) => value === parameters[index]);
  if (!isInOrder) {
    throw new Error(`The statement "${name}" takes its values in another order than given.`);
  }
  if (known.size >= STATEMENTS_MAX) {
    const [oldest] = known.keys();
    if (oldest !== undefined) known.delete(oldest);
  }
  known.set(name, statement);
  return statement;
}
