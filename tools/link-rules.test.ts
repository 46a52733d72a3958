import { describe, expect, it } from "vitest";
import { findBrokenLinks } from "./link-rules.ts";

const pages = new Map([
  ["README.md", "# Neuadd\n\n## How it’s held\n\n## `npm start`\n\n## Twice\n\n## Twice\n"],
  ["docs/guides/plugins.md", "# Plugins\n"],
]);
const paths = new Set([...pages.keys(), "LICENSE", "docs", "docs/guides", "docs/a b.png"]);

/** What is wrong with the links of a page in `docs`. */
function broken(text: string): string[] {
  const page = { path: "docs/page.md", text };
  return findBrokenLinks(page, pages, (path) => paths.has(path.replace(/\/$/, ""))).map(
    ({ line, message }) => `${line}: ${message}`,
  );
}

describe("findBrokenLinks", () => {
  it("finds a path that is not there, by its line, whichever way it is written", () => {
    expect(
      broken('[a](gone.md)\n\n![b](../gone.png "picture") [c](<gone c.md>)\n[d]: ../gone\n'),
    ).toEqual([
      '1: "gone.md" is not there.',
      '3: "../gone.png" is not there.',
      '4: "../gone" is not there.',
    ]);
  });

  it("finds a heading that the page does not have", () => {
    expect(broken("## Here\n[a](../README.md#gone) [b](#here) [c](#there)\n")).toEqual([
      '2: "../README.md#gone" has no such heading.',
      '2: "#there" has no such heading.',
    ]);
  });

  it("accepts files, folders and headings that are there, with what GitHub makes of their names", () => {
    expect(
      broken(
        "[a](../README.md#how-its-held) [b](../README.md#npm-start) [c](../README.md#twice-1) [d](guides) [e](guides/plugins.md) [f](../LICENSE) [g](a%20b.png)\n",
      ),
    ).toEqual([]);
  });

  it("leaves other sites and code alone", () => {
    expect(
      broken(
        "[a](https://example.org/gone) [b](mailto:a@example.org) `[c](gone.md)`\n```md\n[d](gone.md)\n```\n",
      ),
    ).toEqual([]);
  });
});
