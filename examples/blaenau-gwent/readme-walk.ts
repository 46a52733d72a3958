/** One block of commands of the README, and what it shows as their output. */
export interface WalkStep {
  /** The line of the README at which the block begins. */
  readonly line: number;
  readonly commands: string;
  /** Absent: the README shows no output, and there should be none. */
  readonly output?: string;
}

/** What a reader puts in: the address of the demonstration, and the keys that it printed. */
export interface ReaderValues {
  readonly url: string;
  readonly hirerKey: string;
  readonly schoolKey: string;
}

/** The block fenced as `sh setup` with a reader's values in it: the address for the usual one, keys for each `…`. */
export function walkSetup(markdown: string, { url, hirerKey, schoolKey }: ReaderValues): string {
  const setup = fencedBlocks(markdown).find(({ info }) => info === "sh setup");
  if (setup === undefined) throw new Error("There is no block fenced as `sh setup`.");
  return setup.text
    .replaceAll(USUAL_URL, url)
    .replace("HIRER_KEY=…", `HIRER_KEY=${hirerKey}`)
    .replace("SCHOOL_KEY=…", `SCHOOL_KEY=${schoolKey}`);
}

/** Where the demonstration is when nobody says otherwise. */
export const USUAL_URL = "http://localhost:3000";

/** The lines at which commands begin that are neither set-up nor steps: nothing runs them. */
export function idleCommands(markdown: string): readonly number[] {
  return fencedBlocks(markdown)
    .filter(({ info }) => /^(?:sh|bash|shell|console)\b/.test(info))
    .filter(({ info }) => info !== "sh setup" && info !== "sh walk")
    .map(({ line }) => line);
}

/** The blocks fenced as `sh walk`, in order, each with the block fenced as `text` that follows before the next one. */
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
