import { fencedBlocks } from "./fenced-blocks.ts";
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
  return fencedBlocks(text).flatMap(({ info, line, text: code }) => {
    const file = /^\w+ file=(\S+)$/.exec(info)?.[1];
    return file === undefined ? [] : [{ path, line, file, code }];
  });
}
