import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { printFinding } from "./finding.ts";
import { buildPublished, packedIn, packPublished } from "./packing.ts";
import { runCommand, type CommandOutcome } from "./run-command.ts";
import { findOversize } from "./size-warnings.ts";
import { countTests, type TestCounts } from "./test-counts.ts";
import { toldFailures } from "./told-failures.ts";
import { textFiles, workspaceRoot } from "./workspace-files.ts";
import { publishedPackages } from "./workspace-packages.ts";

// What `npm test` runs once everything is installed: each check counts as one, each test counts as one, and the last line
// is the sum.

const binaries = join(workspaceRoot, "node_modules/.bin");
process.env["PATH"] = [binaries, process.env["PATH"]].join(delimiter);
const temporary = mkdtempSync(join(tmpdir(), "neuadd-check-"));
const tarballs = join(temporary, "tarballs");
// Many of the programs below are started again and again: Node need not compile each of them anew.
process.env["NODE_COMPILE_CACHE"] = join(temporary, "compiled");

/** The widget is for browsers: its sources have a TypeScript project of their own, with the types of the DOM. */
const WIDGET = ["--project", "packages/widget"];

/** Several checkers would each look at the types that all share. */
const ONE_THREAD = ["--singleThreaded"];

const counts: TestCounts = { passed: 0, failed: 0, skipped: 0 };

// Two lines of work, for machines of two cores: what is built, then the tests, one of which reads it; and all else.
const built = buildAndPack();
await Promise.all([
  inOrder([() => built, runTests]),
  inOrder([
    () => check("format", "prettier", ["--check", "."]),
    () => check("lint", "oxlint", ["--type-aware", "--deny-warnings"]),
    () => check("types", "tsc", ["--noEmit", ...ONE_THREAD]),
    () => check("types of the widget", "tsc", ["--noEmit", ...ONE_THREAD, ...WIDGET]),
    () => check("unused code", "knip", []),
    () => check("unused code in production", "knip", ["--production"]),
    () => built,
    ...publishedPackages().flatMap(({ name }) => packageChecks(name)),
    widgetSize,
  ]),
]);
rmSync(temporary, { recursive: true, force: true });

const warnings = textFiles().flatMap(findOversize).map(printFinding);
if (warnings.length > 0) console.log(`\nWorth a thought, no failure:\n${warnings.join("\n")}\n`);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;

async function inOrder(steps: readonly (() => Promise<void>)[]): Promise<void> {
  for (const step of steps) await step();
}

/** Runs one program that is a check by itself. */
async function check(name: string, program: string, parameters: readonly string[]): Promise<void> {
  await counted(name, () =>
    runCommand(join(binaries, program), parameters, { cwd: workspaceRoot }),
  );
}

async function buildAndPack(): Promise<void> {
  await counted("build", async () => ({ code: 0, output: await buildPublished() }));
  await counted("pack", async () => {
    mkdirSync(tarballs);
    await packPublished(tarballs);
    return { code: 0, output: "" };
  });
}

/** Whether the package, as packed, is one that Node, bundlers and TypeScript can use. */
function packageChecks(name: string): (() => Promise<void>)[] {
  const file = () => packedIn(tarballs).find((tarball) => tarball.name === name)?.file ?? "";
  const attw = ["--profile", "esm-only", "--no-definitely-typed", "--no-color"];
  return [
    () => counted(`publint ${name}`, () => run("publint", ["run", "--strict", file()])),
    () => counted(`types of ${name}, as packed`, () => run("attw", [file(), ...attw])),
  ];
}

/** Whether all that a page downloads for the widget, as built, stays within its budget. */
async function widgetSize(): Promise<void> {
  const cwd = join(workspaceRoot, "packages/widget");
  await counted("size of the widget", () =>
    runCommand(join(cwd, "node_modules/.bin/size-limit"), [], { cwd }),
  );
}

async function runTests(): Promise<void> {
  const report = join(temporary, "tests.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const environment = { NO_COLOR: "1", ...(isPacked() ? { NEUADD_TARBALLS: tarballs } : {}) };
  const started = performance.now();
  const outcome = await runCommand(join(binaries, "vitest"), ["run", ...reporters], {
    cwd: workspaceRoot,
    environment,
  });
  const tests = countTests(readReport(report), outcome.code === 0);
  counts.passed += tests.passed;
  counts.failed += tests.failed;
  counts.skipped += tests.skipped;
  tell("tests", { ...outcome, output: toldFailures(outcome.output) }, tests.failed === 0, started);
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function isPacked(): boolean {
  try {
    return packedIn(tarballs).length > 0;
  } catch {
    return false;
  }
}

function run(program: string, parameters: readonly string[]): Promise<CommandOutcome> {
  return runCommand(join(binaries, program), parameters, { cwd: workspaceRoot });
}

/** Counts one check. One that throws has failed: its message is its output. */
async function counted(name: string, perform: () => Promise<CommandOutcome>): Promise<void> {
  const started = performance.now();
  const outcome = await Promise.resolve()
    .then(perform)
    .catch((error: unknown) => ({ code: null, output: String(error) }));
  if (outcome.code === 0) counts.passed += 1;
  else counts.failed += 1;
  tell(name, outcome, outcome.code === 0, started);
}

function tell(name: string, { output }: CommandOutcome, hasPassed: boolean, started: number): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${hasPassed ? "passed" : "FAILED"}  ${name} (${seconds} s)`);
  if (!hasPassed) console.log(`${output.trimEnd()}\n`);
}
