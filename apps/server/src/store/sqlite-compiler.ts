import { type LimitNode, type OperationNode, SqliteQueryCompiler, ValueNode } from "kysely";

/**
 * Kysely's SQLite, but for limits: a number stands in the statement as it is. SQLite looks at a bound one to plan by it,
 * and then prepares the statement anew each time that it runs.
 */
export class SqliteCompiler extends SqliteQueryCompiler {
  protected override visitLimit({ limit }: LimitNode): void {
    this.append("limit ");
    const count = countOf(limit);
    if (count === undefined) this.visitNode(limit);
    else this.append(count.toString());
  }
}

function countOf(node: OperationNode): number | bigint | undefined {
  if (!ValueNode.is(node)) return undefined;
  const { value } = node;
  return typeof value === "bigint" || Number.isSafeInteger(value)
    ? (value as number | bigint)
    : undefined;
}
