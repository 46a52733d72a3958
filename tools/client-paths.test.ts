import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { PROBLEM_CODES as CLIENT_CODES } from "../packages/client/src/problem-code.ts";
import { PROBLEM_CODES as SERVER_CODES } from "../apps/server/src/http/problem-code.ts";
import { createServer } from "../apps/server/src/server.ts";
import { clientPaths, type DescribedApi } from "./client-paths.ts";
import { isTest, textFiles, workspaceRoot } from "./workspace-files.ts";

/** For those who run the server, and for programs that read documents. */
const WITHOUT_METHOD = ["/metrics", "/readyz", "/openapi.json"];

describe("what the client knows of the server", () => {
  let paths = "";
  beforeAll(async () => {
    const server = await createServer({ store: { sqlite: ":memory:" }, logLevel: "silent" });
    try {
      const answer = await server.app.request("/openapi.json?lang=en");
      paths = await clientPaths((await answer.json()) as DescribedApi);
    } finally {
      await server.close();
    }
  });

  it("are the types of the server's OpenAPI document: `pnpm --filter @neuadd/client generate` writes them anew", async () => {
    expect(paths).toContain("requestBooking");
    await expect(paths).toMatchFileSnapshot(
      join(workspaceRoot, "packages/client/src/openapi-paths.ts"),
    );
  });

  it("is a method for every path", () => {
    const described = [...paths.matchAll(/^ {2}readonly "(\/[^"]*)": \{$/gm)].map(
      ([, path]) => path,
    );
    const code = textFiles(join(workspaceRoot, "packages/client/src"))
      .filter(({ path }) => path !== "openapi-paths.ts" && !isTest(path))
      .map(({ text }) => text)
      .join("\n");
    expect(described.length).toBeGreaterThan(20);
    const unknown = described.filter((path) => !code.includes(`"${path}"`));
    expect(new Set(unknown)).toEqual(new Set(WITHOUT_METHOD));
  });

  it("are the codes of every problem that the server can answer with", () => {
    expect([...CLIENT_CODES].sort()).toEqual([...SERVER_CODES].sort());
  });
});
