import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { build, type BuildOptions } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPublished, packedIn, packPublished } from "./packing.ts";
import { runCommand, runOrThrow } from "./run-command.ts";
import { workspaceRoot } from "./workspace-files.ts";
import { publishedPackages, type WorkspacePackage } from "./workspace-packages.ts";

const packages = publishedPackages();

describe("the published packages, installed from their tarballs in an empty project", () => {
  const temporary = mkdtempSync(join(tmpdir(), "neuadd packed "));
  const project = join(temporary, "project");

  beforeAll(async () => {
    const packed = await findOrPack(join(temporary, "tarballs"));
    mkdirSync(project);
    const dependencies = Object.fromEntries(packed.map(({ name, file }) => [name, `file:${file}`]));
    const manifest = { name: "consumer", private: true, type: "module", dependencies };
    writeFileSync(join(project, "package.json"), JSON.stringify(manifest));
    const quick = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
    await runOrThrow("npm", ["install", ...quick], { cwd: project });
  }, 240_000);

  afterAll(() => {
    rmSync(temporary, { recursive: true, force: true });
  });

  it.each(packages)(
    "$name holds its built code, its types and nothing of its tests",
    ({ name }) => {
      const folder = join(project, "node_modules", name);
      const manifest = readFileSync(join(folder, "package.json"), "utf8");
      expect(manifest).not.toMatch(/"(?:workspace|catalog):/);
      expect(filesOf(folder)).toEqual(expect.arrayContaining(["dist/index.js", "dist/index.d.ts"]));
      expect(filesOf(folder).filter((file) => /\.test(?:-d)?\.tsx?$/.test(file))).toEqual([]);
    },
  );

  it.each(packages.flatMap(entriesOf))("%s can be imported in Node", async (entry) => {
    const code = `import * as entry from ${JSON.stringify(entry)}; console.log(Object.keys(entry).length)`;
    const output = await runOrThrow(process.execPath, ["--input-type=module", "--eval", code], {
      cwd: project,
    });
    expect(Number(output)).toBeGreaterThan(0);
  });

  it.each(packages)(
    "$name has types that a strict program can use, and that are not `any`",
    async (used) => {
      const file = `consumer-${used.manifest.name.replaceAll("/", "-")}`;
      writeFileSync(join(project, `${file}.ts`), consumerCode(used));
      writeFileSync(
        join(project, `${file}.json`),
        JSON.stringify(consumerSettings(used, `${file}.ts`)),
      );
      const tsc = join(workspaceRoot, "node_modules/.bin/tsc");
      const outcome = await runCommand(tsc, ["--project", `${file}.json`], { cwd: project });
      expect(outcome).toEqual({ code: 0, output: "" });
    },
  );

  it.each(packages.flatMap(({ manifest }) => Object.keys(manifest.bin ?? {})))(
    "the command %s starts and explains itself",
    async (command) => {
      const program = join(project, "node_modules/.bin", command);
      const { code, output } = await runCommand(program, ["--help"], { cwd: project });
      expect(output).toContain(command);
      expect(code).toBe(0);
    },
  );

  it("bundle core for a browser, where the bundle runs", async () => {
    const code = await bundleForBrowser(
      project,
      `import { expandRecurrence, framework, parseRecurrenceRule, toInstant } from "@neuadd/core";
       export const elements = framework.elements.length;
       export const dates = expandRecurrence(parseRecurrenceRule("FREQ=WEEKLY"), "2026-09-08", { count: 3 }).join();
       export const instants = [toInstant("2026-09-08", "18:00", "Europe/London"), toInstant("2026-12-08", "18:00", "Europe/London")].join();`,
      { format: "iife", globalName: "bundle" },
    );
    // A context of its own has the language and nothing of Node: no process, no require.
    const { elements, dates, instants } = runInNewContext(`${code};bundle`) as Record<
      string,
      unknown
    >;
    expect({ elements, dates, instants }).toEqual({
      elements: 3,
      dates: "2026-09-08,2026-09-15,2026-09-22",
      instants: `${Date.UTC(2026, 8, 8, 17)},${Date.UTC(2026, 11, 8, 18)}`,
    });
  });

  it.each([
    { name: "framework", kilobytes: 8 },
    { name: "expandRecurrence", kilobytes: 20 },
  ])("keep $name of the built core within $kilobytes kB", async ({ name, kilobytes }) => {
    const code = await bundleForBrowser(project, `export { ${name} } from "@neuadd/core";`, {
      format: "esm",
      minify: true,
    });
    expect(gzipSync(code, { level: 9 }).byteLength).toBeLessThanOrEqual(kilobytes * 1000);
  });
});

/** The check runner has packed everything already, and says where. */
async function findOrPack(folder: string) {
  const packed = process.env["NEUADD_TARBALLS"];
  if (packed !== undefined) return packedIn(packed);
  mkdirSync(folder);
  await buildPublished();
  return packPublished(folder);
}

/** As strict as a program can be, the declarations of others included. Only a program for Node knows Node's types. */
function consumerSettings({ manifest }: WorkspacePackage, file: string) {
  return {
    compilerOptions: {
      module: "nodenext",
      target: "es2023",
      lib: ["es2023", "dom"],
      types: manifest.bin === undefined ? [] : ["node"],
      typeRoots: [join(workspaceRoot, "node_modules/@types")],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
    },
    files: [file],
  };
}

/** Imports every entry of a package, and fails to compile where an entry turns out to be `any`. */
function consumerCode(used: WorkspacePackage): string {
  const uses = entriesOf(used).map(
    (entry, index) => `import * as entry${index} from ${JSON.stringify(entry)};
// @ts-expect-error: a module is no number, unless its types were not found.
export const number${index}: number = entry${index};`,
  );
  return [...uses, ...(used.name === "@neuadd/core" ? [coreConsumer] : []), ""].join("\n");
}

const coreConsumer = `import { framework, type ElementId, type LocalDate } from "@neuadd/core";
export const ids: readonly ElementId[] = framework.elements.map((element) => element.id);
export const date: LocalDate = "2026-09-08";
// @ts-expect-error: the framework is frozen.
framework.elements = [];`;

/** What a user writes after `from`: the package, and each path that it exports. */
function entriesOf({ name, manifest }: WorkspacePackage): string[] {
  return Object.keys(manifest.exports ?? {})
    .filter((path) => path !== "./package.json")
    .map((path) => `${name}${path.slice(1)}`);
}

async function bundleForBrowser(
  project: string,
  contents: string,
  options: BuildOptions,
): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: project },
    bundle: true,
    write: false,
    platform: "browser",
    target: "es2023",
    charset: "utf8",
    logLevel: "silent",
    ...options,
  });
  return outputFiles?.[0]?.text ?? "";
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) =>
    file.replaceAll("\\", "/"),
  );
}
