import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idleCommands, walkSetup, walkSteps } from "./readme-walk.ts";
import { type StartedDemonstration, startDemonstration } from "./test/start-demonstration.ts";

const README = new URL("../../README.md", import.meta.url);
/** Stands between the outputs of two blocks. */
const MARK = "---- next block ----";

let directory: string;
let demonstration: StartedDemonstration;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "neuadd-walk-"));
  demonstration = await startDemonstration(directory);
});

afterAll(async () => {
  await demonstration.stop();
  await rm(directory, { recursive: true });
});

describe("the walk in README.md", () => {
  it("answers what the README shows, run by sh and curl against the demonstration", async () => {
    const markdown = await readFile(README, "utf8");
    const steps = walkSteps(markdown);
    expect(steps.filter(({ output }) => output !== undefined)).toHaveLength(6);
    const script = [
      walkSetup(markdown, demonstration),
      ...steps.flatMap(({ commands }) => [commands, `echo "${MARK}"`]),
    ].join("\n");
    const { stdout } = await promisify(execFile)("sh", ["-eu", "-c", script]);
    const outputs = stdout.split(`${MARK}\n`).slice(0, -1);
    const shown = steps.map(({ line, output }) => ({ line, output: output ?? "" }));
    expect(
      steps.map(({ line }, index) => ({ line, output: (outputs[index] ?? "").trimEnd() })),
    ).toEqual(shown);
  });
});

describe("walkSteps", () => {
  it("pairs each block of commands with the output shown after it", () => {
    const markdown = [
      "```sh setup\nKEY=…\n```",
      "```sh walk\necho one\necho two\n```",
      "```text\none\ntwo\n```",
      "```sh walk\nTHREE=3\n```",
      "```sh\nnot run\n```",
    ].join("\n\n");
    expect(walkSteps(markdown)).toEqual([
      { line: 5, commands: "echo one\necho two", output: "one\ntwo" },
      { line: 15, commands: "THREE=3" },
    ]);
    expect(idleCommands(markdown)).toEqual([19]);
  });
});

describe("walkSetup", () => {
  it("puts the reader’s values in, and keeps the rest as it is shown", () => {
    const markdown = "```sh setup\nSERVER=http://localhost:3000\nSCHOOL_KEY=…   # a key\n```";
    const values = { url: "http://localhost:3100", hirerKey: "h", schoolKey: "s" };
    expect(walkSetup(markdown, values)).toBe(
      "SERVER=http://localhost:3100\nSCHOOL_KEY=s   # a key",
    );
  });
});
