import { describe, expect, it } from "vitest";
import { findImportCircles } from "./import-circles.ts";

/** The circles among files whose text is given by their path. */
function circles(texts: Readonly<Record<string, string>>): string[] {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  return findImportCircles(files).map(({ message }) => message);
}

describe("findImportCircles", () => {
  it("finds two files that import each other, be it types alone", () => {
    expect(
      circles({
        "packages/a/src/hall.ts": 'import { court } from "./court.ts";',
        "packages/a/src/court.ts": 'import type { Hall } from "./hall.ts";',
      }),
    ).toEqual([
      "It closes a circle of imports: packages/a/src/hall.ts → packages/a/src/court.ts → packages/a/src/hall.ts.",
    ]);
  });

  it("finds a long way round, over folders and whichever way a file is named", () => {
    expect(
      circles({
        "src/a.ts": 'export { b } from "./deep/b.tsx";',
        "src/deep/b.tsx": 'type C = import("./c.ts").C;',
        "src/deep/c.ts": 'const a = await import("../a.ts");',
      }),
    ).toEqual([
      "It closes a circle of imports: src/a.ts → src/deep/b.tsx → src/deep/c.ts → src/a.ts.",
    ]);
  });

  it("finds a file that imports itself", () => {
    expect(circles({ "src/a.ts": 'import "./a.ts";' })).toHaveLength(1);
  });

  it("finds every circle, wherever the walk begins", () => {
    const texts = {
      "src/z.ts": 'import "./y.ts";',
      "src/y.ts": 'import "./z.ts";',
      "src/a.ts": 'import "./z.ts"; import "./b.ts";',
      "src/b.ts": 'import "./a.ts";',
    };
    expect(circles(texts)).toHaveLength(2);
  });

  it("accepts what two files both import, packages, and files that are not there", () => {
    expect(
      circles({
        "src/a.ts": 'import "./b.ts"; import "./c.ts";',
        "src/b.ts": 'import "./c.ts"; import "kysely";',
        "src/c.ts": 'import "./made-by-the-build.ts";',
      }),
    ).toEqual([]);
  });
});
