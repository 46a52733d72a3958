import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findCrossedBoundaries } from "./boundary-rules.ts";
import { printFinding, type Finding } from "./finding.ts";
import { findImportCircles } from "./import-circles.ts";
import { findBrokenLinks } from "./link-rules.ts";
import { findBadNames } from "./name-rules.ts";
import { findImpurities } from "./purity-rules.ts";
import { findOversize } from "./size-warnings.ts";
import { findBannedSyntax } from "./syntax-rules.ts";
import { findMachineTraces } from "./text-rules.ts";
import { findStrayTerms } from "./welsh-terms.ts";
import { isCode, textFiles, type SourceFile, workspaceRoot } from "./workspace-files.ts";

const files = textFiles();
const code = files.filter((file) => isCode(file.path));

/** What a rule finds in the given files, as lines. */
function found(rule: (file: SourceFile) => Finding[], among: readonly SourceFile[]): string[] {
  return among.flatMap(rule).map(printFinding);
}

describe("the workspace", () => {
  it("is read: its packages, its tools and its texts", () => {
    expect(files.map((file) => file.path)).toEqual(
      expect.arrayContaining([
        "package.json",
        "packages/core/package.json",
        "packages/core/src/index.ts",
        "apps/server/package.json",
        "tools/tidy.test.ts",
        ".changeset/README.md",
      ]),
    );
    expect(files.filter((file) => file.path.includes("node_modules/"))).toEqual([]);
  });

  it("keeps to the import table, in its imports and its manifests", () => {
    expect(found(findCrossedBoundaries, files)).toEqual([]);
  });

  it("imports one way, never round in a circle", () => {
    expect(findImportCircles(code).map(printFinding)).toEqual([]);
  });

  it("keeps core pure", () => {
    expect(found(findImpurities, code)).toEqual([]);
  });

  it("holds no banned syntax", () => {
    expect(found(findBannedSyntax, code)).toEqual([]);
  });

  it("names its files after what they hold", () => {
    expect(found(findBadNames, code)).toEqual([]);
  });

  it("holds no path of a machine and no address of a registry", () => {
    expect(found(findMachineTraces, files)).toEqual([]);
  });

  it("uses one Welsh word for each term", () => {
    const texts = files.filter(({ path }) => !path.startsWith("tools/welsh-terms"));
    expect(found(findStrayTerms, texts)).toEqual([]);
  });

  it("links its pages to what is there", () => {
    const pages = files.filter(({ path }) => path.endsWith(".md"));
    const texts = new Map(pages.map(({ path, text }) => [path, text]));
    const exists = (path: string) => existsSync(join(workspaceRoot, path));
    expect(found((page) => findBrokenLinks(page, texts, exists), pages)).toEqual([]);
  });

  it("numbers its decisions from 1 on, in their names as in their titles", () => {
    const decisions = files.filter(({ path }) => path.startsWith("docs/decisions/"));
    const numbers = decisions.map(({ path, text }) => [
      Number(/\/(\d{4})-[a-z-]+\.md$/.exec(path)?.[1]),
      Number(/^# (\d+)\. /.exec(text)?.[1]),
    ]);
    expect(numbers).toEqual(decisions.map((_decision, index) => [index + 1, index + 1]));
  });

  it("tells where files and functions have grown long, without failing", () => {
    const warnings = found(findOversize, code);
    if (warnings.length > 0) console.warn(`Worth a thought:\n${warnings.join("\n")}`);
    expect(code.length).toBeGreaterThan(0);
  });
});
