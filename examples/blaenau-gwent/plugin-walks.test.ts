import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { walkSteps } from "./readme-walk.ts";
import { type StartedDemonstration, startDemonstration } from "./start-demonstration.ts";

const PACKAGES = fileURLToPath(new URL("../../packages", import.meta.url));
/** Stands between the outputs of two blocks. */
const MARK = "---- next block ----";

/** Plugins by folder, with the walks of their READMEs. */
const walks = readdirSync(PACKAGES)
  .map((name) => ({ name, readme: join(PACKAGES, name, "README.md") }))
  .filter(({ name, readme }) => name.startsWith("plugin-") && existsSync(readme))
  .map(({ name, readme }) => ({ name, steps: walkSteps(readFileSync(readme, "utf8")) }))
  .filter(({ steps }) => steps.length > 0);

let directory: string;
let demonstration: StartedDemonstration;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "neuadd-plugin-walk-"));
  demonstration = await startDemonstration(directory, { PORT: await freePort() });
});

afterEach(async () => {
  await demonstration.stop();
  await rm(directory, { recursive: true });
});

describe("the walk in a plugin's README", () => {
  it.each(walks)(
    "of $name answers what the README shows, against a fresh demonstration",
    async ({ steps }) => {
      const script = [
        `SERVER=${demonstration.url}`,
        `HIRER_KEY=${demonstration.hirerKey}`,
        `SCHOOL_KEY=${demonstration.schoolKey}`,
        ...steps.flatMap(({ commands }) => [commands, `echo "${MARK}"`]),
      ].join("\n");
      const { stdout } = await promisify(execFile)("sh", ["-eu", "-c", script]);
      const outputs = stdout.split(`${MARK}\n`).slice(0, -1);
      // The port is another each time: the README shows the usual one.
      const seen = outputs.map((text) => text.trimEnd().replaceAll(demonstration.url, USUAL_URL));
      expect(steps.map(({ line }, index) => ({ line, output: seen[index] ?? "" }))).toEqual(
        steps.map(({ line, output = "" }) => ({ line, output })),
      );
    },
  );
});

/** A port that nobody listens on: addresses in answers need one that is known beforehand. */
async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return String(typeof address === "object" ? address?.port : address);
}

const USUAL_URL = "http://localhost:3000";
