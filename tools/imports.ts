import ts from "typescript";
import { lineOf, syntaxTree, visitNodes } from "./syntax-tree.ts";
import type { SourceFile } from "./workspace-files.ts";

/** One module that a file names, whichever way it names it. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** True when only types cross: the import vanishes from the built code. */
  readonly typeOnly: boolean;
}

const known = new WeakMap<SourceFile, readonly Import[]>();

/** Every module a file names: imports, re-exports, `import()`, `require()`, `import("…").Type`. */
export function importsOf(file: SourceFile): readonly Import[] {
  const imports = known.get(file) ?? readImports(syntaxTree(file));
  known.set(file, imports);
  return imports;
}

function readImports(tree: ts.SourceFile): readonly Import[] {
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
