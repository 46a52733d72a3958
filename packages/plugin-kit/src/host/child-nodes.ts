import type { OperationNode } from "kysely";

/** The parts of a statement that stand directly in one of its parts. */
export function childNodes(node: OperationNode): OperationNode[] {
  // A value is data: it may look like anything, and goes to the database as a parameter.
  if (node.kind === "ValueNode" || node.kind === "PrimitiveValueListNode") return [];
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is OperationNode {
  return typeof value === "object" && value !== null && "kind" in value;
}
