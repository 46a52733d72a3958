import { commentsOf, lineOf, syntaxTree } from "./syntax-tree.ts";
import { isCode, isTest, type SourceFile } from "./workspace-files.ts";

/** One runnable example of the documentation. */
export interface DocExample {
  /** File it stands in, from the root of the workspace. */
  readonly path: string;
  /** Line of its first line of code, counted from 1. */
  readonly line: number;
  readonly code: string;
}

/** The examples of a file: each `@example` of a docstring, or each Markdown block fenced as `ts example`. */
export function examplesOf(file: SourceFile): DocExample[] {
  if (file.path.endsWith(".md")) return markdownExamples(file);
  if (!/^(?:packages|apps)\/[^/]+\/src\//.test(file.path)) return [];
  return isCode(file.path) && !isTest(file.path) ? docstringExamples(file) : [];
}

function docstringExamples(file: SourceFile): DocExample[] {
  const tree = syntaxTree(file);
  return commentsOf(tree)
    .filter((comment) => tree.text.startsWith("/**", comment.pos))
    .flatMap((comment) => {
      const firstLine = lineOf(tree, comment.pos);
      const lines = tree.text.slice(comment.pos, comment.end).split("\n").map(withoutStar);
      return taggedRanges(lines).map(([start, end]) =>
        example(file.path, firstLine + start, lines.slice(start, end)),
      );
    });
}

function markdownExamples(file: SourceFile): DocExample[] {
  const lines = file.text.split("\n");
  return lines.flatMap((line, index) => {
    if (!/^```ts example\s*$/.test(line)) return [];
    const end = lines.indexOf("```", index);
    return [example(file.path, index + 2, lines.slice(index + 1, end === -1 ? undefined : end))];
  });
}

/** Line ranges after each `@example`, up to the next tag or the end of the comment. */
function taggedRanges(lines: readonly string[]): [start: number, end: number][] {
  return lines.flatMap((line, index) => {
    if (!/^\s*@example\b/.test(line)) return [];
    const next = lines.findIndex((later, place) => place > index && /^\s*@[a-z]+\b/i.test(later));
    return [[index + 1, next === -1 ? lines.length : next] as [number, number]];
  });
}

/** Drops fences that some write round the code of an `@example`; lines keep their numbers. */
function example(path: string, line: number, lines: readonly string[]): DocExample {
  const code = lines.map((text) => (/^\s*```/.test(text) ? "" : text)).join("\n");
  return { path, line, code: code.trimEnd() };
}

function withoutStar(line: string): string {
  return line.replace(/^\s*\/?\*+(?!\/) ?/, "").replace(/\s*\*+\/\s*$/, "");
}
