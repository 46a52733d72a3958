/** A block of code in a Markdown page. */
export interface FencedBlock {
  /** What stands after the fence: the language, and what else there is. */
  readonly info: string;
  /** The line of its fence, counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** The blocks of a page that say what they are, in order. */
export function fencedBlocks(markdown: string): FencedBlock[] {
  return [...markdown.matchAll(/^```([^\n`]+)\n(.*?)\n```$/gms)].map(
    ({ 1: info = "", 2: text = "", index }) => ({
      info: info.trim(),
      line: markdown.slice(0, index).split("\n").length,
      text,
    }),
  );
}
