import { describe, expect, it } from "vitest";
import { examplesOf } from "./doc-examples.ts";

describe("examplesOf", () => {
  it("takes each example of a docstring, with the line it starts at", () => {
    const text = `
/**
 * Adds. See {@link subtract}.
 *
 * @example
 * import { add } from "@neuadd/core";
 * add(1, 2); //=> 3
 *
 * @example
 * \`\`\`ts
 * add(2, 2); //=> 4
 * \`\`\`
 * @see RFC 5545
 */
export function add() {}
/** @example add(3, 3); */
const glob = "src/**/*.ts, @example";
`;
    const found = examplesOf({ path: "packages/core/src/add.ts", text });
    expect(found.map(({ line, code }) => [line, code.trim()])).toEqual([
      [6, 'import { add } from "@neuadd/core";\nadd(1, 2); //=> 3'],
      [10, "add(2, 2); //=> 4"],
      [17, ""],
    ]);
  });

  it("takes the blocks of a text that are marked as examples", () => {
    const text = "# Use\n\n```ts example\nconst a = 1;\n```\n\n```ts\nnot run\n```\n";
    expect(examplesOf({ path: "README.md", text })).toEqual([
      { path: "README.md", line: 4, code: "const a = 1;" },
    ]);
  });

  it("leaves tests and tools alone", () => {
    const text = "/**\n * @example\n * nothing();\n */";
    expect(examplesOf({ path: "packages/core/src/add.test.ts", text })).toEqual([]);
    expect(examplesOf({ path: "tools/add.ts", text })).toEqual([]);
  });
});
