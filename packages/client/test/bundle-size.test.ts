import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";

const KILOBYTES = 6;

describe("the whole client, as a page downloads it", () => {
  let code = "";
  beforeAll(async () => {
    // For a browser: anything of Node's would fail the build.
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL("../src/index.ts", import.meta.url))],
      bundle: true,
      minify: true,
      write: false,
      format: "iife",
      globalName: "neuadd",
      platform: "browser",
      target: "es2023",
      charset: "utf8",
      logLevel: "silent",
    });
    code = outputFiles[0]?.text ?? "";
  });

  it(`is at most ${KILOBYTES} kB, minified and packed`, () => {
    const bytes = gzipSync(code, { level: 9 }).byteLength;
    // A bundle from which everything was dropped would pass any limit.
    expect(bytes).toBeGreaterThan(2000);
    expect(bytes).toBeLessThanOrEqual(KILOBYTES * 1000);
  });

  it("works where there is nothing of Node's: no process, no Buffer, no require", async () => {
    const asked: string[] = [];
    const browser = {
      URL,
      URLSearchParams,
      Headers,
      Request,
      Response,
      AbortController,
      setTimeout,
      clearTimeout,
      crypto,
      fetch(request: Request) {
        asked.push(request.url);
        return Promise.resolve(Response.json({ items: [] }));
      },
    };
    const call = `neuadd.createClient({ server: "https://neuadd.example" }).schools.list()`;
    expect(await runInNewContext(`${code};${call}`, browser)).toEqual([]);
    expect(asked).toEqual(["https://neuadd.example/v1/schools"]);
  });
});
