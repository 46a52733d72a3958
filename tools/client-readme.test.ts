import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueKey } from "../apps/server/src/keys/issue-key.ts";
import { createServer, type Server } from "../apps/server/src/server.ts";
import { emptyStoreSetting } from "../apps/server/test/fixtures/empty-store-setting.ts";
import { seedDemonstration } from "../examples/blaenau-gwent/seed-demonstration.ts";
import type { DocExample } from "./doc-examples.ts";
import type { ExampleOutcome } from "./run-examples.ts";
import { workspaceRoot } from "./workspace-files.ts";

const README = "packages/client/README.md";

describe("the client's README", () => {
  let server: Server;
  let environment: Record<string, string> = {};
  beforeAll(async () => {
    server = await createServer({
      store: await emptyStoreSetting(),
      clock: "2026-08-24T08:00:00Z",
      port: 0,
      logLevel: "silent",
    });
    const { services } = server;
    const hirers = await seedDemonstration(services);
    const label = "README";
    const owner = hirers.get("badminton") ?? "";
    const hirer = await issueKey(services, { kind: "hirer", owner, label });
    const school = await issueKey(services, {
      kind: "school",
      owner: "brynmawr-foundation",
      label,
    });
    const { url } = await server.listen();
    environment = { NEUADD_SERVER: url, HIRER_KEY: hirer.key, SCHOOL_KEY: school.key };
  });
  afterAll(() => server.close());

  it("is true of the demonstration, from its first line to its last", async () => {
    const walk = walkOf(readFileSync(join(workspaceRoot, README), "utf8"));
    expect(walk.code.match(/\/\/=>/g)?.length).toBeGreaterThan(10);
    expect(await run(walk, environment)).toEqual([{ path: walk.path, line: walk.line }]);
  });
});

/** All blocks fenced as `ts walk`, as one program: each goes on where the one before stopped. Lines keep their numbers. */
function walkOf(text: string): DocExample {
  let isWalk = false;
  const lines = text.split("\n").map((line) => {
    if (line.startsWith("```")) {
      isWalk = line === "```ts walk";
      return "";
    }
    return isWalk ? line : "";
  });
  return { path: README, line: 1, code: lines.join("\n").trimEnd() };
}

/** The runner is a process of its own, so that the server here can answer it. */
function run(
  example: DocExample,
  environment: Readonly<Record<string, string>>,
): Promise<ExampleOutcome[]> {
  const flags = ["--conditions=@neuadd/source", "--disable-warning=ExperimentalWarning"];
  return new Promise((resolve, reject) => {
    const runner = execFile(
      process.execPath,
      [...flags, "tools/run-examples.ts"],
      { cwd: workspaceRoot, env: { ...process.env, ...environment } },
      (error, output) => {
        if (error instanceof Error) reject(error);
        else resolve(JSON.parse(output) as ExampleOutcome[]);
      },
    );
    runner.stdin?.end(JSON.stringify([example]));
  });
}
