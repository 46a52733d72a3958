import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { idleCommands, USUAL_URL, walkSetup, walkSteps } from "./readme-walk.ts";
import { type StartedDemonstration, startDemonstration } from "./test/start-demonstration.ts";

const PACKAGES = fileURLToPath(new URL("../../packages", import.meta.url));
const CUSTOM_PLUGIN = fileURLToPath(new URL("../custom-plugin", import.meta.url));
/** Stands between the outputs of two blocks. */
const MARK = "---- next block ----";

/** Every plugin, by its folder: what begins so and is none is the contract of them all. */
const plugins = readdirSync(PACKAGES).filter(
  (name) => name.startsWith("plugin-") && name !== "plugin-kit",
);
/** With the walks of their READMEs; the example of a plugin has one too. */
const walks = [...plugins.map((name) => join(PACKAGES, name)), CUSTOM_PLUGIN]
  .map((folder) => ({ name: basename(folder), readme: join(folder, "README.md") }))
  .filter(({ readme }) => existsSync(readme))
  .map(({ name, readme }) => ({ name, markdown: readFileSync(readme, "utf8") }))
  .map(({ name, markdown }) => ({ name, markdown, steps: walkSteps(markdown) }))
  .filter(({ steps }) => steps.length > 0);

/** Holds the data of a demonstration that nobody has used, and copies of it, one for each walk. */
let directory: string;
let demonstration: StartedDemonstration;
let begun = 0;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "neuadd-plugin-walk-"));
  // An hour before the walks begin by its clock, so that nothing in it is newer than what they do.
  const unused = await startDemonstration(join(directory, "unused"), {
    NEUADD_CLOCK: "2026-08-24T07:00:00Z",
  });
  await unused.stop();
});

beforeEach(async () => {
  const data = join(directory, `walk-${(begun += 1)}`);
  await cp(join(directory, "unused"), data, { recursive: true });
  demonstration = await startDemonstration(data, { PORT: await freePort() });
});

afterEach(() => demonstration.stop());
afterAll(() => rm(directory, { recursive: true }));

describe("the walk in a plugin's README", () => {
  it("is there for every plugin, with every command that the README shows", () => {
    expect(walks.map(({ name }) => name)).toEqual([...plugins, "custom-plugin"]);
    expect(walks.filter(({ markdown }) => idleCommands(markdown).length > 0)).toEqual([]);
    expect(plugins).toHaveLength(7);
  });

  it.each(walks)(
    "of $name answers what the README shows, against a fresh demonstration",
    async ({ markdown, steps }) => {
      const script = [
        walkSetup(markdown, demonstration),
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
