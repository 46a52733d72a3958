import ts from "typescript";
import type { Finding } from "./finding.ts";
import { commentsOf, lineOf, syntaxTree, visitNodes } from "./syntax-tree.ts";
import type { SourceFile } from "./workspace-files.ts";

/** What no code of the workspace may contain, wherever it stands. */
export function findBannedSyntax(file: SourceFile): Finding[] {
  const tree = syntaxTree(file);
  const findings: Finding[] = [];
  const report = (position: number, rule: string, message: string) => {
    findings.push({ path: file.path, line: lineOf(tree, position), rule, message });
  };
  visitNodes(tree, (node) => {
    const position = node.getStart(tree);
    if (isDefaultExport(node) && !mayExportDefault(file.path)) {
      report(
        position,
        "no-default-export",
        "Export by name; only configuration files have a default.",
      );
    }
    if (ts.isExportDeclaration(node) && isExportAll(node)) {
      report(position, "no-export-all", "List the names: an index is a curated list.");
    }
    if (node.kind === ts.SyntaxKind.AnyKeyword) {
      report(position, "no-any", "Say the type, or `unknown` and narrow it.");
    }
    const held = heldBackTest(node);
    if (held !== undefined) {
      report(
        position,
        "no-held-back-test",
        `\`${held}\` keeps tests from running; finish or delete it.`,
      );
    }
  });
  return [...findings, ...findBannedComments(file, tree)];
}

function findBannedComments(file: SourceFile, tree: ts.SourceFile): Finding[] {
  return commentsOf(tree).flatMap((comment) => {
    const text = tree.text.slice(comment.pos, comment.end);
    const directive = /@ts-(?:ignore|nocheck)|(?:ox|es)lint-disable[\w-]*|prettier-ignore/.exec(
      text,
    )?.[0];
    if (directive === undefined) return [];
    const message = `\`${directive}\` hides what a check has found; mend it instead.`;
    return [{ path: file.path, line: lineOf(tree, comment.pos), rule: "no-silencing", message }];
  });
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === "default";
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) ??
      false)
  );
}

/** Tools read these by their default export. */
function mayExportDefault(path: string): boolean {
  return /(?:^|[./])config\.[cm]?[jt]s$/.test(path);
}

function isExportAll(node: ts.ExportDeclaration): boolean {
  return node.exportClause === undefined || ts.isNamespaceExport(node.exportClause);
}

const TEST_FUNCTIONS = new Set(["bench", "describe", "it", "suite", "test"]);
const HOLDING_BACK = new Set(["fails", "only", "skip", "todo"]);

/** `it.only`, `describe.concurrent.skip` and their like, as text. Conditional skipping (`skipIf`) is allowed. */
function heldBackTest(node: ts.Node): string | undefined {
  if (!ts.isPropertyAccessExpression(node) || !HOLDING_BACK.has(node.name.text)) return undefined;
  let base: ts.Expression = node.expression;
  while (ts.isPropertyAccessExpression(base)) base = base.expression;
  return ts.isIdentifier(base) && TEST_FUNCTIONS.has(base.text) ? node.getText() : undefined;
}
