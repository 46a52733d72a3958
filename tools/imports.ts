import ts from "typescript";
import { lineOf, visitNodes } from "./syntax-tree.ts";

/** One module that a file names, whichever way it names it. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** True when only types cross: the import vanishes from the built code. */
  readonly typeOnly: boolean;
}

/** Every module a file names: imports, re-exports, `import()`, `require()`, `import("…").Type`. */
export function importsOf(tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  visitNodes(tree, (node) => {
    const named = namedModule(node);
    if (named !== undefined && ts.isStringLiteralLike(named.module)) {
      const line = lineOf(tree, node.getStart(tree));
      found.push({ specifier: named.module.text, line, typeOnly: named.typeOnly });
    }
  });
  return found;
}

function namedModule(node: ts.Node): { module: ts.Node; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node)) {
    return { module: node.moduleSpecifier, typeOnly: node.importClause?.isTypeOnly ?? false };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    return { module: node.moduleSpecifier, typeOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { module: node.argument.literal, typeOnly: true };
  }
  if (ts.isCallExpression(node) && isModuleCall(node)) {
    const [module] = node.arguments;
    return module === undefined ? undefined : { module, typeOnly: false };
  }
  return undefined;
}

function isModuleCall({ expression }: ts.CallExpression): boolean {
  if (expression.kind === ts.SyntaxKind.ImportKeyword) return true;
  return ts.isIdentifier(expression) && expression.text === "require";
}
