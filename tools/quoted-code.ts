import type { SourceFile } from "./workspace-files.ts";

/** A piece of a file that a page shows. */
export interface QuotedCode {
  /** The page, from the root of the workspace, and the line of its fence, counted from 1. */
  readonly path: string;
  readonly line: number;
  /** The file that it is said to stand in, from the root of the workspace. */
  readonly file: string;
  readonly code: string;
}

/** The quotations of a Markdown page: each block fenced as `ts file=<path>`. */
export function quotedCode({ path, text }: SourceFile): QuotedCode[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const file = /^```\w+ file=(\S+)\s*$/.exec(line)?.[1];
    if (file === undefined) return [];
    const end = lines.indexOf("```", index);
    const code = lines.slice(index + 1, end === -1 ? undefined : end).join("\n");
    return [{ path, line: index + 1, file, code }];
  });
}
