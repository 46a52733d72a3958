import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** Root of the workspace, without a slash at its end. */
export const workspaceRoot = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/** One file as the checks read it. */
export interface SourceFile {
  /** From the root of the workspace, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const GENERATED_FOLDERS = new Set([
  ".git",
  ".neuadd",
  "coverage",
  "dist",
  "node_modules",
  "test-results",
]);
const TEXT_EXTENSIONS = new Set(
  ".cjs .css .csv .html .ics .js .json .jsonc .md .mjs .sh .sql .svg .toml .ts .tsx .txt .yaml .yml".split(
    " ",
  ),
);

/** Every text file of the workspace that is written by hand, in a stable order. */
export function textFiles(root: string = workspaceRoot): SourceFile[] {
  return filesUnder(root)
    .map((file) => relative(root, file).replaceAll("\\", "/"))
    .filter((path) => TEXT_EXTENSIONS.has(extname(path)) || isTextWithoutExtension(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** Whether a path names TypeScript or JavaScript source. */
export function isCode(path: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(path);
}

/** Whether a path names a test, which may do what the code it tests may not. */
export function isTest(path: string): boolean {
  return /\.(?:test|test-d|bench)\.tsx?$/.test(path) || /(?:^|\/)test\//.test(path);
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return GENERATED_FOLDERS.has(entry.name) ? [] : filesUnder(path);
    return entry.isFile() ? [path] : [];
  });
}

/** Dot files and scripts such as `.ci/run`, `.gitignore`, `LICENSE`. */
function isTextWithoutExtension(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return extname(name) === "" && !name.endsWith("~");
}
