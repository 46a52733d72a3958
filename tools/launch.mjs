// `npm start` and `npm test` on a machine that has Node 20 or later, npm, and nothing else: installs what is missing or
// stale, then hands over to the Node that the workspace pins. Plain JavaScript without dependencies, for it runs first.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const binaries = join(root, "node_modules", ".bin");
const pinnedNode = join(binaries, "node");
const installStamp = join(root, "node_modules", ".neuadd-installed");
const buildStamp = join(root, "node_modules", ".neuadd-built.json");

const [command, ...parameters] = process.argv.slice(2);

requireNode(20);
if (command === "test") {
  await installIfStale();
  await handOver(["tools/check.ts", ...parameters]);
} else if (command === "start") {
  await installIfStale();
  await buildIfStale();
  await handOver(["examples/blaenau-gwent/start.ts", ...parameters]);
} else {
  fail(`Say what to launch: "start" or "test", not "${command ?? ""}".`);
}

async function installIfStale() {
  const wanted = hashOf([
    join(root, "pnpm-lock.yaml"),
    join(root, "pnpm-workspace.yaml"),
    ...manifests(),
  ]);
  if (existsSync(pinnedNode) && readIfThere(installStamp) === wanted) return;
  console.error("Installing what the workspace needs (about half a minute the first time) …");
  // Without a terminal to ask, pnpm must know that there is nobody to answer.
  const code = await runPnpm(["install", "--frozen-lockfile", "--loglevel=error"], { CI: "true" });
  if (code !== 0)
    fail(`The installation ended with exit code ${code}; its own message stands above.`);
  writeFileSync(installStamp, wanted);
}

async function buildIfStale() {
  const built = JSON.parse(readIfThere(buildStamp) ?? "{}");
  const settings = ["tsconfig.json", "tsconfig.types.json"].map((name) => join(root, name));
  const packages = workspaceFolders(["packages", "apps"]).map((folder) => ({
    name: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).name,
    isBuilt: existsSync(join(folder, "dist")),
    hash: hashOf([...settings, ...sourcesUnder(folder)]),
  }));
  const stale = packages.filter(({ name, isBuilt, hash }) => !isBuilt || built[name] !== hash);
  if (stale.length === 0) return;
  console.error(`Building ${stale.map(({ name }) => name).join(", ")} …`);
  const filters = stale.flatMap(({ name }) => ["--filter", name]);
  const code = await runPnpm(
    ["--recursive", "--reporter=append-only", ...filters, "run", "build"],
    {},
    "pipe",
  );
  if (code !== 0) fail(`The build ended with exit code ${code}; its own message stands above.`);
  writeFileSync(
    buildStamp,
    JSON.stringify(Object.fromEntries(packages.map(({ name, hash }) => [name, hash]))),
  );
}

/** Runs the pnpm that the workspace names. With `pipe`, what it says is shown only if it fails. */
async function runPnpm(pnpmParameters, environment, output = "inherit") {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const pnpm = packageManager.replace(/\+.*$/, "");
  return run("npx", ["--yes", pnpm, ...pnpmParameters], { environment, output });
}

/** Runs a script on the pinned Node, and ends as it ends. */
async function handOver(scriptParameters) {
  process.exitCode = await run(pinnedNode, scriptParameters, { environment: {} });
}

function run(program, programParameters, { environment, output = "inherit" }) {
  return new Promise((resolve) => {
    const child = spawn(program, programParameters, {
      cwd: root,
      env: {
        ...process.env,
        ...environment,
        PATH: [binaries, process.env.PATH].join(delimiter),
      },
      // What is said on the way to a server belongs on the error stream: the server's own lines come first on the other.
      stdio: [
        "ignore",
        output === "pipe" ? "pipe" : "inherit",
        output === "pipe" ? "pipe" : "inherit",
      ],
    });
    const said = [];
    child.stdout?.on("data", (chunk) => said.push(chunk));
    child.stderr?.on("data", (chunk) => said.push(chunk));
    const forward = (signal) => {
      // At a terminal, Ctrl-C reaches the child by itself; a second one would mean "at once".
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    };
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, forward);
    const watch = watchParent(() => child.kill("SIGTERM"));
    child.on("error", (error) => {
      fail(
        error.code === "ENOENT" && program === "npx"
          ? "npm is missing: there is no npx on the PATH. Install Node 20 or later together with npm."
          : `${program} can't be started: ${error.message}`,
      );
    });
    child.on("close", (code, signal) => {
      for (const name of signals) process.off(name, forward);
      clearInterval(watch);
      if (code !== 0) process.stderr.write(Buffer.concat(said));
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/**
 * npm passes a signal to the shell that it started us by, and the shell dies of it without a word to us: so under npm,
 * another parent than at the start means that the launch was ended.
 */
function watchParent(onEnd) {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  return setInterval(() => {
    if (process.ppid !== parent) onEnd();
  }, 250);
}

function requireNode(major) {
  if (Number.parseInt(process.versions.node, 10) >= major) return;
  fail(
    `This is Node ${process.versions.node}; Neuadd needs Node ${major} or later to install itself.`,
  );
}

function manifests() {
  const folders = [
    root,
    ...workspaceFolders(["packages", "apps", "examples"]),
    join(root, "bench"),
  ];
  return folders.map((folder) => join(folder, "package.json")).filter((file) => existsSync(file));
}

function workspaceFolders(parents) {
  return parents
    .flatMap((parent) => readdirSync(join(root, parent)).map((name) => join(root, parent, name)))
    .filter((folder) => existsSync(join(folder, "package.json")))
    .sort();
}

/** Files that a build reads: everything of a package but what is built, installed or only tested. */
function sourcesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isFile()) return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
      return ["dist", "node_modules", "test"].includes(entry.name) ? [] : sourcesUnder(path);
    })
    .sort();
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file)} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
