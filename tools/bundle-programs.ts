import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import type { TestProject } from "vitest/node";
import { workspaceRoot } from "./workspace-files.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** What tests start as processes of their own: paths of JavaScript for Node. */
    programs: Readonly<Record<keyof typeof PROGRAMS, string>>;
  }
}

/** The source that each begins with. */
const PROGRAMS = {
  neuadd: "apps/server/src/main.ts",
  demonstration: "examples/blaenau-gwent/start.ts",
};

let folder = "";

/**
 * Bundles the programs from the present sources, with what they import: each then starts in a fifth of the time that
 * loading a thousand files takes. That they start from what is published as well, `packed.test.ts` says. Vitest calls it first.
 */
export async function setup(project: TestProject): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), "neuadd-programs-"));
  await build({
    absWorkingDir: workspaceRoot,
    entryPoints: PROGRAMS,
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    conditions: ["@neuadd/source"],
    // CommonJS within a module asks for Node's own parts by `require`.
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
    logLevel: "error",
    plugins: [fromTheirPlace],
  });
  project.provide("programs", {
    neuadd: join(folder, "neuadd.mjs"),
    demonstration: join(folder, "demonstration.mjs"),
  });
}

export async function teardown(): Promise<void> {
  await rm(folder, { recursive: true });
}

/** Files that are read at run time are looked for where the source stands; what holds machine code or reads files beside itself stays there. */
const fromTheirPlace: Plugin = {
  name: "from-their-place",
  setup(bundler) {
    bundler.onResolve({ filter: /^(?:better-sqlite3|pdfkit)$/ }, ({ path, importer }) => ({
      path: createRequire(importer).resolve(path),
      external: true,
    }));
    bundler.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const address = JSON.stringify(pathToFileURL(path).href);
      return {
        contents: text.replaceAll("import.meta.url", address),
        loader: path.endsWith("x") ? "tsx" : "ts",
      };
    });
  },
};
