import { describe, expect, it } from "vitest";
import { findBannedSyntax } from "./syntax-rules.ts";

/** The rules that a planted text breaks, with their lines. */
function broken(text: string, path = "packages/core/src/planted.ts"): string[] {
  return findBannedSyntax({ path, text }).map(({ rule, line }) => `${rule}@${line}`);
}

describe("findBannedSyntax", () => {
  it.each([
    ["a default export", "export default 1;", "no-default-export@1"],
    ["a default function", "export default function book() {}", "no-default-export@1"],
    ["a name exported as default", "const a = 1;\nexport { a as default };", "no-default-export@2"],
    ["a chain of exports", 'export * from "./book.ts";', "no-export-all@1"],
    ["a namespace of exports", 'export * as book from "./book.ts";', "no-export-all@1"],
    ["an assertion to any", "\nconst a = 1 as any;", "no-any@2"],
    ["an annotation of any", "let a: any;", "no-any@1"],
    ["any inside another type", "type A = readonly Map<string, any>[];", "no-any@1"],
    ["one focused test", 'it.only("books", () => {});', "no-held-back-test@1"],
    ["one skipped group", 'describe.concurrent.skip("books", () => {});', "no-held-back-test@1"],
    ["one planned test", 'test.todo("books");', "no-held-back-test@1"],
    ["a silenced type error", "// @ts-ignore\nbook();", "no-silencing@1"],
    ["a silenced file", "/* @ts-nocheck */\nbook();", "no-silencing@1"],
    ["a silenced lint rule", "book(); // oxlint-disable-line", "no-silencing@1"],
    ["a silenced lint rule in JSX", "const a = <p>{/* eslint-disable */}</p>;", "no-silencing@1"],
  ])("finds %s", (_what, text, finding) => {
    expect(broken(text, "packages/core/src/planted.tsx")).toEqual([finding]);
  });

  it("finds several faults of one file, each at its line", () => {
    expect(broken('export * from "./a.ts";\nexport default 1 as any;')).toEqual([
      "no-export-all@1",
      "no-default-export@2",
      "no-any@2",
    ]);
  });

  it("lets configuration files have their default export", () => {
    expect(broken("export default {};", "vitest.config.ts")).toEqual([]);
    expect(broken("export default {};", "examples/blaenau-gwent/neuadd.config.ts")).toEqual([]);
  });

  it("does not take words in strings and comments for code", () => {
    const text =
      '// Never `as any`, and no export default.\nexport const text = "it.only(a as any)";';
    expect(broken(text)).toEqual([]);
  });

  it("lets a test be skipped on a condition, and a query have an only", () => {
    expect(broken('it.skipIf(offline)("reads", () => {});\nquery.only;')).toEqual([]);
  });
});
