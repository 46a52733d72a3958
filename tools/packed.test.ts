import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { build, type BuildOptions } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guideSteps } from "./guide-steps.ts";
import { buildPublished, packedIn, packPublished } from "./packing.ts";
import { runCommand, runOrThrow } from "./run-command.ts";
import { workspaceRoot } from "./workspace-files.ts";
import { publishedPackages, type WorkspacePackage } from "./workspace-packages.ts";

const packages = publishedPackages();

const IN_BROWSERS = new Set(["@neuadd/core", "@neuadd/client", "@neuadd/widget"]);
const isForNode = ({ manifest }: WorkspacePackage) => manifest.bin !== undefined;
const isForBrowsers = ({ name }: WorkspacePackage) => IN_BROWSERS.has(name);

/** Only a program for Node knows Node's types, and a browser's has no plugins. The older compiler reads all in one. */
const programs = [
  { kind: "for browsers", compiler: "tsc", types: [], uses: isForBrowsers },
  {
    kind: "with plugins",
    compiler: "tsc",
    types: [],
    uses: (used: WorkspacePackage) => !isForNode(used) && !isForBrowsers(used),
  },
  { kind: "for Node", compiler: "tsc", types: ["node"], uses: isForNode },
  { kind: "with everything", compiler: "tsc6", types: ["node"], uses: () => true },
];

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
  });

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

  describe("in Node", () => {
    let outcomes: Record<string, number | string> = {};
    beforeAll(async () => {
      const entries = JSON.stringify(packages.flatMap(entriesOf));
      const code = `const outcomes = {};
        for (const entry of ${entries}) {
          outcomes[entry] = await import(entry).then((names) => Object.keys(names).length, String);
        }
        console.log(JSON.stringify(outcomes));`;
      const parameters = ["--input-type=module", "--eval", code];
      const output = await runOrThrow(process.execPath, parameters, { cwd: project });
      outcomes = JSON.parse(output) as typeof outcomes;
    });

    it.each(packages.flatMap(entriesOf))("%s can be imported", (entry) => {
      expect(outcomes[entry]).toBeTypeOf("number");
      expect(outcomes[entry]).toBeGreaterThan(0);
    });
  });

  it.each(programs)(
    "have types that a strict program $kind can use under $compiler, and that are not `any`",
    async ({ kind, compiler, types, uses }) => {
      const used = packages.filter(uses);
      for (const one of used) writeFileSync(join(project, consumerFile(one)), consumerCode(one));
      const settings = `${kind.replaceAll(" ", "-")}.json`;
      const files = used.map(consumerFile);
      writeFileSync(join(project, settings), JSON.stringify(consumerSettings(types, files)));
      const program = join(workspaceRoot, "node_modules/.bin", compiler);
      const outcome = await runCommand(program, ["--project", settings], { cwd: project });
      expect(outcome).toEqual({ code: 0, output: "" });
    },
  );

  it.each(packages.flatMap(({ manifest }) => Object.keys(manifest.bin ?? {})))(
    "the command %s explains itself",
    async (command) => {
      const program = join(project, "node_modules/.bin", command);
      const { code, output } = await runCommand(program, ["--help"], { cwd: project });
      expect(output).toContain(command);
      expect(code).toBe(0);
    },
  );

  it("start a server that answers, and that stops when asked", async () => {
    const server = await startServer(project, project);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(await server.stop()).toEqual([0, null]);
  });

  it("are enough for a plugin that is written as the guide says, from an empty folder into a server", async () => {
    lendTools(project);
    let folder = project;
    for (const step of guideSteps(readFileSync(GUIDE, "utf8"))) {
      if (step.kind === "write") {
        mkdirSync(dirname(join(folder, step.file)), { recursive: true });
        writeFileSync(join(folder, step.file), step.text);
        continue;
      }
      const { line, commands, code, shown = "" } = step;
      const outcome = await runCommand("sh", ["-euc", `${commands}\npwd`], {
        cwd: folder,
        environment,
      });
      expect({ line, ...outcome }).toMatchObject({ line, code });
      expect(outcome.output).toContain(shown);
      folder = code === 0 ? (outcome.output.trimEnd().split("\n").at(-1) ?? "") : folder;
    }
    const server = await startServer(project, folder);
    const answer = await fetch(`${server.url}/v1/x/quiet-evenings/schools/none/late-evenings`, {
      method: "POST",
    });
    expect(answer.status).toBe(401);
    expect(await server.stop()).toEqual([0, null]);
  });

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

const GUIDE = join(workspaceRoot, "docs/guides/plugin-in-fifteen-minutes.md");
/** The Node of the workspace, and nothing that tells of the tests that run just now. */
const environment = {
  PATH: `${dirname(process.execPath)}:${process.env["PATH"] ?? ""}`,
  VITEST: "",
};

/** What the guide installs from the registry beside the packages is the workspace's own. */
function lendTools(project: string): void {
  const modules = join(workspaceRoot, "node_modules");
  symlinkSync(join(modules, "vitest"), join(project, "node_modules/vitest"));
  for (const tool of ["vitest", "tsc"]) {
    const text = `#!/bin/sh\nexec "${join(modules, ".bin", tool)}" "$@"\n`;
    writeFileSync(join(project, "node_modules/.bin", tool), text, { mode: 0o755 });
  }
}

interface StartedServer {
  readonly url: string;
  /** Asks it to stop, and answers the code and the signal that it ends with. */
  stop(): Promise<unknown[]>;
}

/** The command of the packed server, in a folder that may hold a configuration. */
async function startServer(project: string, cwd: string): Promise<StartedServer> {
  const program = join(project, "node_modules/.bin/neuadd");
  const child = spawn(program, ["start", "--port", "0"], {
    cwd,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = once(child, "exit");
  let url: string | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    url = /^ready (\S+)$/.exec(line)?.[1];
    if (url !== undefined) break;
  }
  return {
    url: url ?? "",
    async stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/** The check runner has packed everything already, and says where. */
async function findOrPack(folder: string) {
  const packed = process.env["NEUADD_TARBALLS"];
  if (packed !== undefined) return packedIn(packed);
  mkdirSync(folder);
  await buildPublished();
  return packPublished(folder);
}

/** As strict as a program can be, the declarations of others included. */
function consumerSettings(types: readonly string[], files: readonly string[]) {
  return {
    compilerOptions: {
      module: "nodenext",
      target: "es2023",
      lib: ["es2023", "dom"],
      types,
      typeRoots: [join(workspaceRoot, "node_modules/@types")],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
    },
    files,
  };
}

function consumerFile({ name }: WorkspacePackage): string {
  return `consumer-${name.replaceAll("/", "-")}.ts`;
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
