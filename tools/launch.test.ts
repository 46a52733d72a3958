import { spawn } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommand } from "./run-command.ts";
import { workspaceRoot } from "./workspace-files.ts";

// A workspace of its own, with a blank in its path and an `npx` that writes down what it is asked.
describe("the launcher", () => {
  let root = "";
  const launcher = () => join(root, "tools/launch.mjs");
  const environment = () => ({
    PATH: [join(root, "programs"), process.env["PATH"]].join(delimiter),
  });
  const launch = (...parameters: string[]) =>
    runCommand(process.execPath, [launcher(), ...parameters], {
      cwd: "/",
      environment: environment(),
    });
  const asked = () => readFileSync(join(root, "asked.txt"), "utf8").trim().split("\n");

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "neuadd launch "));
    write("package.json", JSON.stringify({ packageManager: "pnpm@12.0.0+sha512.abc" }));
    write("pnpm-lock.yaml", "lockfileVersion: 9\n");
    write("pnpm-workspace.yaml", "packages: []\n");
    write("tsconfig.json", "{}");
    write("tsconfig.types.json", "{}");
    write("packages/hall/package.json", JSON.stringify({ name: "@neuadd/hall" }));
    write("packages/hall/src/index.ts", "export const hall = 1;\n");
    write("apps/door/package.json", JSON.stringify({ name: "@neuadd/door" }));
    mkdirSync(join(root, "examples"));
    write(
      "tools/check.ts",
      'console.log("checked", process.argv.slice(2).join()); process.exit(3);',
    );
    write(
      "examples/blaenau-gwent/start.ts",
      `process.on("SIGTERM", () => process.exit(7)); console.log("ready"); setTimeout(() => {}, 30_000);`,
    );
    write(
      "programs/npx",
      `#!/bin/sh\ncd '${root}'\nprintf '%s\\n' "$*" >> asked.txt\nmkdir -p packages/hall/dist apps/door/dist\n`,
    );
    chmodSync(join(root, "programs/npx"), 0o755);
    copyFileSync(join(workspaceRoot, "tools/launch.mjs"), launcher());
    mkdirSync(join(root, "node_modules/.bin"), { recursive: true });
    symlinkSync(process.execPath, join(root, "node_modules/.bin/node"));
  });

  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }

  it("installs with the pnpm that the workspace names, hands parameters over and ends as the checks end", async () => {
    const { code, output } = await launch("test", "a", "b");
    expect(output).toContain("checked a,b");
    expect(code).toBe(3);
    expect(asked()).toEqual(["--yes pnpm@12.0.0 install --frozen-lockfile --loglevel=error"]);
  });

  it("installs again only when the lockfile or a manifest has changed", async () => {
    await launch("test");
    await launch("test");
    expect(asked()).toHaveLength(1);
    write("pnpm-lock.yaml", "lockfileVersion: 10\n");
    await launch("test");
    expect(asked()).toHaveLength(2);
    write("apps/door/package.json", JSON.stringify({ name: "@neuadd/door", version: "0.1.0" }));
    await launch("test");
    expect(asked()).toHaveLength(3);
  });

  it("starts, builds only what has changed since, and passes a signal on", async () => {
    expect(await startAndStop()).toBe(7);
    expect(await startAndStop()).toBe(7);
    write("packages/hall/src/index.ts", "export const hall = 2;\n");
    write("packages/hall/src/index.test.ts", "export {};\n");
    expect(await startAndStop()).toBe(7);
    write("packages/hall/src/index.test.ts", "export const changed = 1;\n");
    expect(await startAndStop()).toBe(7);
    const build = (names: string) =>
      `--yes pnpm@12.0.0 --recursive --reporter=append-only ${names} run build`;
    expect(asked().slice(1)).toEqual([
      build("--filter @neuadd/door --filter @neuadd/hall"),
      build("--filter @neuadd/hall"),
    ]);
  });

  it("says what it can launch when asked for something else", async () => {
    const { code, output } = await launch("dance");
    expect(output).toBe('Say what to launch: "start" or "test", not "dance".\n');
    expect(code).toBe(1);
  });

  it("says that npm is missing where it is", async () => {
    const { code, output } = await runCommand(process.execPath, [launcher(), "test"], {
      cwd: root,
      environment: { PATH: join(root, "nowhere") },
    });
    expect(output).toContain("npm is missing");
    expect(code).toBe(1);
  });

  it("ends with the exit code of an installation that fails, and starts nothing", async () => {
    write("programs/npx", "#!/bin/sh\nexit 9\n");
    const { code, output } = await launch("test");
    expect(output).toContain("ended with exit code 9");
    expect(output).not.toContain("checked");
    expect(code).toBe(1);
  });

  /** Sends SIGTERM to the launcher once what it started is ready; gives the exit code. */
  function startAndStop(): Promise<number | null> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [launcher(), "start"], {
        env: { ...process.env, ...environment() },
        stdio: ["ignore", "pipe", "inherit"],
      });
      child.stdout.on("data", (chunk: Buffer) => {
        if (chunk.toString().includes("ready")) child.kill("SIGTERM");
      });
      child.on("error", reject);
      child.on("close", resolve);
    });
  }
});
