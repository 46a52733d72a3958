import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Row } from "./row.ts";

/** What a page pays for one import of core: minified, gzip. */
export async function bundleSizes(): Promise<Row[]> {
  return [await sizeOf("expandRecurrence", 20), await sizeOf("framework", 8)];
}

async function sizeOf(name: string, limitKilobytes: number): Promise<Row> {
  const result = await build({
    stdin: { contents: `export { ${name} } from "@neuadd/core";`, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    conditions: ["@neuadd/source"],
    write: false,
  });
  const kilobytes = gzipSync(result.outputFiles[0]?.contents ?? "").byteLength / 1000;
  return {
    what: `\`import { ${name} }\` from @neuadd/core alone, minified, gzip`,
    toReach: `≤ ${limitKilobytes} kB`,
    ours: `${kilobytes.toFixed(1)} kB`,
    rival: "—",
    ratio: `${((kilobytes / limitKilobytes) * 100).toFixed(0)} % of the limit`,
    reached: kilobytes <= limitKilobytes,
  };
}
