import { posix } from "node:path";
import type { Finding } from "./finding.ts";
import { importsOf } from "./imports.ts";
import { isCode, type SourceFile } from "./workspace-files.ts";

/**
 * Files that import each other round in a circle, by relative paths, types included: one finding for each import that
 * closes a circle, at the file that has it.
 */
export function findImportCircles(files: readonly SourceFile[]): Finding[] {
  const code = files.filter(({ path }) => isCode(path));
  const known = new Set(code.map(({ path }) => path));
  const imports = new Map(code.map((file) => [file.path, importedFiles(file, known)]));
  const findings: Finding[] = [];
  const done = new Set<string>();

  /** `way` leads here from where the walk began. */
  function walk(path: string, way: readonly string[]): void {
    const start = way.indexOf(path);
    if (start >= 0) findings.push(circle(way.slice(start)));
    if (start >= 0 || done.has(path)) return;
    for (const imported of imports.get(path) ?? []) walk(imported, [...way, path]);
    done.add(path);
  }

  for (const { path } of code) walk(path, []);
  return findings;
}

function importedFiles(file: SourceFile, known: ReadonlySet<string>): readonly string[] {
  const folder = posix.dirname(file.path);
  return importsOf(file)
    .filter(({ specifier }) => specifier.startsWith("."))
    .map(({ specifier }) => posix.join(folder, specifier))
    .filter((path) => known.has(path));
}

function circle(way: readonly string[]): Finding {
  const [first = "", ...others] = way;
  return {
    path: way.at(-1) ?? first,
    rule: "import-circle",
    message: `It closes a circle of imports: ${[first, ...others, first].join(" → ")}.`,
  };
}
