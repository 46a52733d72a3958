import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { runOrThrow } from "./run-command.ts";
import { workspaceRoot } from "./workspace-files.ts";

const FOLDER = join(workspaceRoot, "packages/widget");

/** Builds the widget if its files are older than its sources: tests look at what a browser would get. Vitest calls it first. */
export async function setup(): Promise<void> {
  const built = Math.min(...["neuadd.js", "frame.js", "frame-parent.js"].map(builtAt));
  if (built > changedAt()) return;
  await runOrThrow(join(FOLDER, "node_modules/.bin/tsup"), [], { cwd: FOLDER });
}

function builtAt(name: string): number {
  return statSync(join(FOLDER, "dist", name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function changedAt(): number {
  const sources = readdirSync(join(FOLDER, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => join(FOLDER, "src", file));
  const files = [...sources, join(FOLDER, "tsup.config.ts"), join(FOLDER, "package.json")];
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}
