import {
  type BinaryOperationNode,
  type LimitNode,
  type OperationNode,
  OperatorNode,
  SqliteQueryCompiler,
  ValueNode,
} from "kysely";

/**
 * Kysely's SQLite, but for values that SQLite would look at to plan by them: if it does, it prepares the statement anew each
 * time that it runs, which takes longer than most reads. A limit stands in the statement as it is, and what a column is
 * compared with has a plus sign before it, which changes nothing but that.
 */
export class SqliteCompiler extends SqliteQueryCompiler {
  protected override visitLimit({ limit }: LimitNode): void {
    this.append("limit ");
    const count = countOf(limit);
    if (count === undefined) this.visitNode(limit);
    else this.append(count.toString());
  }

  protected override visitBinaryOperation({
    leftOperand,
    operator,
    rightOperand,
  }: BinaryOperationNode): void {
    this.visitNode(leftOperand);
    this.append(" ");
    this.visitNode(operator);
    this.append(" ");
    const isBound = ValueNode.is(rightOperand) && rightOperand.immediate !== true;
    if (isBound && OperatorNode.is(operator) && COMPARISONS.has(operator.operator)) {
      this.append("+");
    }
    this.visitNode(rightOperand);
  }
}

const COMPARISONS: ReadonlySet<string> = new Set(["=", "<", "<=", ">", ">=", "<>", "!="]);

function countOf(node: OperationNode): number | bigint | undefined {
  if (!ValueNode.is(node)) return undefined;
  const { value } = node;
  return typeof value === "bigint" || Number.isSafeInteger(value)
    ? (value as number | bigint)
    : undefined;
}
