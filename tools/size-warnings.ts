import ts from "typescript";
import type { Finding } from "./finding.ts";
import { lineOf, syntaxTree, visitNodes } from "./syntax-tree.ts";
import { isCode, type SourceFile } from "./workspace-files.ts";

const FILE_LINES = 300;
const FUNCTION_LINES = 70;

/**
 * Files over 300 lines and functions over 70: a reason to stop and think, not a fault. The callbacks of `describe` are
 * left out: they are as long as their tests are many.
 */
export function findOversize(file: SourceFile): Finding[] {
  if (!isCode(file.path)) return [];
  const tree = syntaxTree(file);
  const lines = file.text.trimEnd().split("\n").length;
  const findings: Finding[] =
    lines > FILE_LINES
      ? [{ path: file.path, rule: "long-file", message: `${lines} lines; think at ${FILE_LINES}.` }]
      : [];
  visitNodes(tree, (node) => {
    if (!ts.isFunctionLike(node) || isDescription(node)) return;
    const line = lineOf(tree, node.getStart(tree));
    const length = lineOf(tree, node.getEnd()) - line + 1;
    if (length > FUNCTION_LINES) {
      const message = `${length} lines; think at ${FUNCTION_LINES}.`;
      findings.push({ path: file.path, line, rule: "long-function", message });
    }
  });
  return findings;
}

function isDescription({ parent }: ts.Node): boolean {
  return ts.isCallExpression(parent) && /^(?:describe|suite)\b/.test(parent.expression.getText());
}
