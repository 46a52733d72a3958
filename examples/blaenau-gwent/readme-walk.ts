/** One block of commands of the README, and what it shows as their output. */
export interface WalkStep {
  /** The line of the README at which the block begins. */
  readonly line: number;
  readonly commands: string;
  /** Absent: the README shows no output, and there should be none. */
  readonly output?: string;
}

/**
 * The blocks fenced as `sh walk`, in order, each with the block fenced as `text` that follows before the next one.
 * The block fenced as `sh setup` holds the reader's own values, and is left out.
 */
export function walkSteps(markdown: string): WalkStep[] {
  const steps: WalkStep[] = [];
  for (const { info, line, text } of fencedBlocks(markdown)) {
    if (info === "sh walk") steps.push({ line, commands: text });
    const last = steps.at(-1);
    if (info === "text" && last !== undefined && last.output === undefined) {
      steps[steps.length - 1] = { ...last, output: text };
    }
  }
  return steps;
}

interface FencedBlock {
  readonly info: string;
  readonly line: number;
  readonly text: string;
}

function fencedBlocks(markdown: string): FencedBlock[] {
  const blocks: FencedBlock[] = [];
  let open: { readonly info: string; readonly line: number; readonly lines: string[] } | undefined;
  for (const [index, text] of markdown.split("\n").entries()) {
    if (text.startsWith("```")) {
      if (open) blocks.push({ info: open.info, line: open.line, text: open.lines.join("\n") });
      open = open ? undefined : { info: text.slice(3).trim(), line: index + 1, lines: [] };
    } else {
      open?.lines.push(text);
    }
  }
  return blocks;
}
