import { describe, expect, it } from "vitest";
import { quotedCode } from "./quoted-code.ts";
import { textFiles } from "./workspace-files.ts";

describe("code that pages quote", () => {
  it("stands in the file that it is said to stand in", () => {
    const files = textFiles();
    const texts = new Map(files.map(({ path, text }) => [path, inOneLine(text)]));
    const quotes = files.filter(({ path }) => path.endsWith(".md")).flatMap(quotedCode);
    expect(quotes.length).toBeGreaterThan(0);
    const wrong = quotes.filter(
      ({ file, code }) => texts.get(file)?.includes(inOneLine(code)) !== true,
    );
    expect(wrong.map(({ path, line, file }) => `${path}:${line} is not in ${file}`)).toEqual([]);
  });

  it("is told from other code by its fence", () => {
    const text = "```ts\nno\n```\n\n```ts file=src/a.ts\nyes\nindeed\n```\n";
    expect(quotedCode({ path: "page.md", text })).toEqual([
      { path: "page.md", line: 5, file: "src/a.ts", code: "yes\nindeed" },
    ]);
  });
});

/** The formatter indents and breaks a quotation as if it stood alone. */
function inOneLine(code: string): string {
  return code.trim().replaceAll(/\s+/g, " ");
}
