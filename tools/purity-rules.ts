import { isBuiltin } from "node:module";
import ts from "typescript";
import type { Finding } from "./finding.ts";
import { importsOf } from "./imports.ts";
import { lineOf, syntaxTree, visitNodes } from "./syntax-tree.ts";
import { isTest, type SourceFile } from "./workspace-files.ts";

const IMPURE_GLOBALS = new Set([
  "Buffer",
  "XMLHttpRequest",
  "__dirname",
  "__filename",
  "crypto",
  "document",
  "fetch",
  "global",
  "globalThis",
  "localStorage",
  "navigator",
  "performance",
  "process",
  "queueMicrotask",
  "require",
  "setImmediate",
  "setInterval",
  "setTimeout",
  "window",
]);

/** Whether the rules of the pure core hold for a file: the sources of `@neuadd/core`, its tests apart. */
function mustBePure(path: string): boolean {
  return path.startsWith("packages/core/src/") && !isTest(path);
}

/**
 * Where a file of core reaches out of its arguments: a clock, randomness, the host, its zone, a built-in of Node. A name
 * that the file declares itself is its own and is not reported.
 */
export function findImpurities(file: SourceFile): Finding[] {
  if (!mustBePure(file.path)) return [];
  const tree = syntaxTree(file);
  const declared = declaredNames(tree);
  const findings: Finding[] = importsOf(file)
    .filter(({ specifier }) => isBuiltin(specifier))
    .map(({ specifier, line }) => impurity(file, line, `it imports the built-in "${specifier}"`));
  visitNodes(tree, (node) => {
    const what = impureExpression(node, declared);
    if (what !== undefined) findings.push(impurity(file, lineOf(tree, node.getStart(tree)), what));
  });
  return findings;
}

function impurity(file: SourceFile, line: number, what: string): Finding {
  return {
    path: file.path,
    line,
    rule: "pure-core",
    message: `Core decides from its arguments alone, but ${what}; take it as an argument.`,
  };
}

function impureExpression(node: ts.Node, declared: ReadonlySet<string>): string | undefined {
  if (ts.isNewExpression(node) && isGlobal(node.expression, "Date", declared)) {
    if ((node.arguments?.length ?? 0) === 0) return "it reads the clock with `new Date()`";
  }
  if (ts.isCallExpression(node) && isGlobal(node.expression, "Date", declared)) {
    return "it reads the clock with `Date()`";
  }
  if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && isHostZone(node)) {
    return "it formats in the zone of the host: give `timeZone`";
  }
  if (ts.isPropertyAccessExpression(node)) {
    const { expression, name } = node;
    if (isGlobal(expression, "Date", declared) && name.text === "now") return "it reads `Date.now`";
    if (isGlobal(expression, "Math", declared) && name.text === "random")
      return "it reads `Math.random`";
    if (isGlobal(expression, "Temporal", declared) && name.text === "Now")
      return "it reads `Temporal.Now`";
    if (LOCAL_DATE_PARTS.has(name.text)) return `\`${name.text}\` depends on the zone of the host`;
  }
  if (ts.isIdentifier(node) && IMPURE_GLOBALS.has(node.text) && !declared.has(node.text)) {
    return isReference(node) ? `it uses \`${node.text}\`` : undefined;
  }
  return undefined;
}

/** Methods of Date that answer in the zone of the host. */
const LOCAL_DATE_PARTS = new Set([
  "getDate",
  "getDay",
  "getFullYear",
  "getHours",
  "getMinutes",
  "getMonth",
  "getTimezoneOffset",
  "toLocaleDateString",
  "toLocaleTimeString",
]);

function isGlobal(node: ts.Node, name: string, declared: ReadonlySet<string>): boolean {
  return ts.isIdentifier(node) && node.text === name && !declared.has(name);
}

/** `Intl.DateTimeFormat(…)` or `new Intl.DateTimeFormat(…)` without options can only mean the host's zone. */
function isHostZone(node: ts.CallExpression | ts.NewExpression): boolean {
  return node.expression.getText() === "Intl.DateTimeFormat" && (node.arguments?.length ?? 0) < 2;
}

/** Whether an identifier reads a variable, rather than names a property, a key or a label. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  return !(
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isExportSpecifier(parent) ||
    (ts.isBindingElement(parent) && parent.propertyName === node)
  );
}

function declaredNames(tree: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  visitNodes(tree, (node) => {
    const isDeclaration =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isBindingElement(node) ||
      ts.isImportSpecifier(node) ||
      ts.isImportClause(node);
    if (isDeclaration && node.name !== undefined && ts.isIdentifier(node.name))
      names.add(node.name.text);
  });
  return names;
}
