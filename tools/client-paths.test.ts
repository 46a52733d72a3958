import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { PROBLEM_CODES as CLIENT_CODES } from "../packages/client/src/problem-code.ts";
import { PROBLEM_CODES as SERVER_CODES } from "../apps/server/src/http/problem-code.ts";
import { createServer } from "../apps/server/src/server.ts";
import { clientPaths, type DescribedApi } from "./client-paths.ts";
import { workspaceRoot } from "./workspace-files.ts";

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

  // Written anew by `pnpm --filter @neuadd/client generate`.
  it("are the types of the server's present OpenAPI document", async () => {
    expect(paths).toContain("requestBooking");
    await expect(paths).toMatchFileSnapshot(
      join(workspaceRoot, "packages/client/src/openapi-paths.ts"),
    );
  });

  it("are the codes of every problem that the server can answer with", () => {
    expect([...CLIENT_CODES].sort()).toEqual([...SERVER_CODES].sort());
  });
});
