import ts from "typescript";
import type { DocExample } from "./doc-examples.ts";
import { lineOf } from "./syntax-tree.ts";

/**
 * Makes an example check itself. Each `//=> value` turns the expression statement before it into a call of
 * `__check(place, actual, expected)`, and each `//=> throws CODE` into one of `__checkThrows`; after the declaration of a
 * constant, the constant is checked. A value is an expression too, and may go on over the comment lines below it.
 * Lines keep their numbers. Throws when there is no code, or a `//=>` follows nothing that has a value.
 */
export function selfCheckingCode({ path, line, code }: DocExample): string {
  if (code.trim() === "") {
    throw new Error(
      `${path}:${line}: the example is empty; its code stands on the lines below its mark.`,
    );
  }
  const tree = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  const edits = [...code.matchAll(/\/\/ ?=>/g)].map(({ index }) => {
    const place = `${path}:${line + lineOf(tree, index) - 1}`;
    return checkingEdit(tree, index, place, expectedValue(code, index));
  });
  return edits.reduceRight(
    (text, { start, end, replacement }) => text.slice(0, start) + replacement + text.slice(end),
    code,
  );
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

function checkingEdit(tree: ts.SourceFile, index: number, place: string, value: string): Edit {
  const statement = tree.statements.findLast((candidate) => candidate.getEnd() <= index);
  const at = JSON.stringify(place);
  if (statement !== undefined && ts.isExpressionStatement(statement)) {
    const actual = statement.expression.getText(tree);
    const code = /^throws (\w+)$/.exec(value)?.[1];
    const check =
      code === undefined
        ? `__check(${at}, (${actual}), () => (${value}));`
        : `await __checkThrows(${at}, async () => (${actual}), "${code}");`;
    return { start: statement.getStart(tree), end: statement.getEnd(), replacement: `;${check}` };
  }
  const constant =
    statement !== undefined && ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.at(-1)?.name.getText(tree)
      : undefined;
  if (statement === undefined || constant === undefined) {
    throw new Error(`${place}: "//=>" must stand after an expression or the constant it is about.`);
  }
  const end = statement.getEnd();
  return { start: end, end, replacement: `;__check(${at}, ${constant}, () => (${value}));` };
}

/** The text after `//=>`, joined with the comment lines below it for as long as it is no whole expression. */
function expectedValue(code: string, index: number): string {
  const [first = "", ...rest] = code.slice(index).split("\n");
  let value = first.replace(/^\/\/ ?=>/, "");
  for (const line of rest) {
    const continuation = /^\s*\/\/(?! ?=>)(.*)$/.exec(line)?.[1];
    if (continuation === undefined || isExpression(value)) break;
    // Joined by a space: the check stays on the line of the expression.
    value += ` ${continuation}`;
  }
  return value.trim();
}

function isExpression(text: string): boolean {
  const { diagnostics } = ts.transpileModule(`(${text}\n);`, { reportDiagnostics: true });
  return (diagnostics?.length ?? 0) === 0;
}
