import {
  AliasNode,
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  DeleteQueryNode,
  InsertQueryNode,
  MergeQueryNode,
  type OperationNode,
  OperatorNode,
  ParensNode,
  PrimitiveValueListNode,
  RawNode,
  ReferenceNode,
  SelectQueryNode,
  TableNode,
  UpdateQueryNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  type WhereNode,
} from "kysely";
import { childNodes } from "./child-nodes.ts";

/** How the tables of schools tell whose a row is. */
export interface SchoolColumn {
  readonly column: string;
  /** Whether the table has that column, and is spread by it. */
  readonly isIn: (table: string) => boolean;
}

/**
 * A table of schools that a statement writes to, or whose rows it locks, without naming the one school whose rows they
 * are: where schools lie on several nodes, it would have to hold all of them up. Of SQL text, which can't be read, the text itself, if it
 * writes or locks. Undefined if the statement keeps to one school.
 */
export function beyondOneSchool(
  statement: OperationNode,
  school: SchoolColumn,
): string | undefined {
  const left = [statement];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    const table = touched(node).find(school.isIn);
    if (table !== undefined && !namesOneSchool(node, school.column)) return table;
    const text = RawNode.is(node) ? node.sqlFragments.join("?").trim() : "";
    if (WRITE_OR_LOCK.test(text)) return text;
    left.push(...childNodes(node));
  }
  return undefined;
}

const WRITE_OR_LOCK =
  /(?:^|\()\s*(?:insert\s+into|update|delete\s+from|replace\s+into|merge\s+into)\b|\bfor\s+(?:no\s+key\s+update|update|key\s+share|share)\b/i;

const LOCKS: ReadonlySet<string | undefined> = new Set([
  "ForUpdate",
  "ForNoKeyUpdate",
  "ForShare",
  "ForKeyShare",
]);

/** The tables that this part of a statement itself writes to or locks. */
function touched(node: OperationNode): string[] {
  if (InsertQueryNode.is(node)) return tableNames([node.into]);
  if (UpdateQueryNode.is(node)) return tableNames([node.table]);
  if (DeleteQueryNode.is(node)) return tableNames(node.from.froms);
  if (MergeQueryNode.is(node)) return tableNames([node.into]);
  if (!SelectQueryNode.is(node)) return [];
  const isLocking = node.endModifiers?.some(({ modifier }) => LOCKS.has(modifier)) ?? false;
  return isLocking
    ? tableNames([...(node.from?.froms ?? []), ...(node.joins ?? []).map(({ table }) => table)])
    : [];
}

function tableNames(nodes: readonly (OperationNode | undefined)[]): string[] {
  return nodes.flatMap((node) => {
    const table = node && AliasNode.is(node) ? node.node : node;
    return table && TableNode.is(table) ? [table.table.identifier.name] : [];
  });
}

function namesOneSchool(node: OperationNode, column: string): boolean {
  if (InsertQueryNode.is(node)) return insertsForOne(node, column);
  return hasWhere(node) && isHeldTo(column, node.where.where);
}

function insertsForOne({ columns = [], values }: InsertQueryNode, column: string): boolean {
  const place = columns.findIndex((one) => one.column.name === column);
  if (place < 0 || values === undefined) return false;
  if (!ValuesNode.is(values)) return hasWhere(values) && isHeldTo(column, values.where.where);
  const schools = values.values.map((row) => {
    const value: unknown = PrimitiveValueListNode.is(row) ? row.values[place] : undefined;
    const node = ValueListNode.is(row) ? row.values[place] : undefined;
    return node && ValueNode.is(node) ? node.value : value;
  });
  return new Set(schools).size === 1 && typeof schools[0] === "string";
}

function hasWhere(node: OperationNode): node is OperationNode & { readonly where: WhereNode } {
  return "where" in node && node.where !== undefined;
}

/** Whether a condition leaves no rows but those in whose column the one value given stands. */
function isHeldTo(column: string, condition: OperationNode): boolean {
  if (ParensNode.is(condition)) return isHeldTo(column, condition.node);
  if (AndNode.is(condition)) {
    return isHeldTo(column, condition.left) || isHeldTo(column, condition.right);
  }
  if (!BinaryOperationNode.is(condition)) return false;
  const { leftOperand, operator, rightOperand } = condition;
  return (
    ReferenceNode.is(leftOperand) &&
    ColumnNode.is(leftOperand.column) &&
    leftOperand.column.column.name === column &&
    OperatorNode.is(operator) &&
    operator.operator === "=" &&
    ValueNode.is(rightOperand)
  );
}
