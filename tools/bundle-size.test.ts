import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { workspaceRoot } from "./workspace-files.ts";

/** Bytes that a page downloads for `import { name } from "@neuadd/core"`: minified, gzip. */
async function gzipBytes(name: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${name} } from "@neuadd/core";`,
      resolveDir: join(workspaceRoot, "packages/core"),
    },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2023",
    charset: "utf8",
    conditions: ["@neuadd/source"],
    logLevel: "silent",
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).byteLength;
}

describe("what a page downloads for one import of core", () => {
  it.each([
    { name: "framework", kilobytes: 8 },
    { name: "expandRecurrence", kilobytes: 20 },
  ])("is at most $kilobytes kB for $name", async ({ name, kilobytes }) => {
    const bytes = await gzipBytes(name);
    // A bundle from which everything was dropped would pass any limit.
    expect(bytes).toBeGreaterThan(500);
    expect(bytes).toBeLessThanOrEqual(kilobytes * 1000);
  });

  it("is a fraction of the whole, which brings zod", async () => {
    const [part, whole] = await Promise.all([gzipBytes("framework"), gzipBytes("FrameworkSchema")]);
    expect(whole).toBeGreaterThan(2 * part);
  });
});
