import { fencedBlocks } from "./fenced-blocks.ts";

/** One thing that a guide has its reader do. */
export type GuideStep =
  | { readonly kind: "write"; readonly line: number; readonly file: string; readonly text: string }
  | {
      readonly kind: "run";
      readonly line: number;
      readonly commands: string;
      /** What the last command ends with. */
      readonly code: number;
      /** What stands in the output, where the guide shows it. */
      readonly shown?: string;
    };

/**
 * The steps of a guide, in order: each block fenced as `<language> write=<file>`, and each as `sh run`, or `sh run=1` when it
 * ends so, with the block fenced as `text` that follows. Other blocks are for the reader alone.
 */
export function guideSteps(markdown: string): GuideStep[] {
  const steps: GuideStep[] = [];
  for (const { info, line, text } of fencedBlocks(markdown)) {
    const file = /^\w+ write=(\S+)$/.exec(info)?.[1];
    const code = /^sh run(?:=(\d+))?$/.exec(info);
    const last = steps.at(-1);
    if (file !== undefined) steps.push({ kind: "write", line, file, text: `${text}\n` });
    if (code !== null) {
      steps.push({ kind: "run", line, commands: text, code: Number(code[1] ?? 0) });
    }
    if (info === "text" && last?.kind === "run") {
      steps[steps.length - 1] = { ...last, shown: text };
    }
  }
  return steps;
}
