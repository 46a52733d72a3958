import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transformSync } from "esbuild";
import type { DocExample } from "./doc-examples.ts";
import { selfCheckingCode } from "./self-checking-code.ts";
import { workspaceRoot } from "./workspace-files.ts";
import { workspacePackages } from "./workspace-packages.ts";

/** What came of one example. */
export interface ExampleOutcome {
  readonly path: string;
  readonly line: number;
  /** Absent when the example ran and every value was as stated. */
  readonly failure?: string;
}

// Started by `examples.test.ts` as a process of its own, under the source condition: a list of examples comes in as JSON,
// a list of outcomes goes out.
const examples = JSON.parse(await text(process.stdin)) as DocExample[];
const sources = new Map(examples.map((example, index) => [addressOf(example, index), example]));
const folders = new Map(workspacePackages().map(({ name, folder }) => [name, folder]));
const checks = pathToFileURL(join(workspaceRoot, "tools/example-checks.ts")).href;

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (sources.has(specifier)) return { url: specifier, format: "module", shortCircuit: true };
    const folder = folders.get(specifier.split("/").slice(0, 2).join("/"));
    if (folder === undefined) return nextResolve(specifier, context);
    // Any example may import any package of the workspace: each resolves from within itself.
    return nextResolve(specifier, {
      ...context,
      parentURL: pathToFileURL(join(folder, "package.json")).href,
    });
  },
  load(url, context, nextLoad) {
    const example = sources.get(url);
    if (example !== undefined) {
      const imports = `import { check as __check, checkThrows as __checkThrows } from "${checks}"; `;
      const source = toJavaScript(imports + selfCheckingCode(example), "ts");
      return { format: "module", source, shortCircuit: true };
    }
    if (!url.endsWith(".tsx")) return nextLoad(url, context);
    const source = toJavaScript(readFileSync(fileURLToPath(url), "utf8"), "tsx");
    return { format: "module", source, shortCircuit: true };
  },
});

const outcomes: ExampleOutcome[] = [];
for (const [address, { path, line }] of sources) {
  try {
    await import(address);
    outcomes.push({ path, line });
  } catch (error) {
    outcomes.push({ path, line, failure: error instanceof Error ? error.message : String(error) });
  }
}
process.stdout.write(JSON.stringify(outcomes), () => process.exit());

/** An address beside the file that the example stands in, so that its imports resolve from there. */
function addressOf({ path }: DocExample, index: number): string {
  return pathToFileURL(join(workspaceRoot, path, "..", `example-${index}.ts`)).href;
}

function toJavaScript(code: string, loader: "ts" | "tsx"): string {
  return transformSync(code, {
    loader,
    format: "esm",
    target: "node22",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    // A value that an example imports and never uses must still exist.
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  }).code;
}
