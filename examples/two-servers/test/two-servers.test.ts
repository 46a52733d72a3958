import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, inject, it } from "vitest";

describe("the example of two servers", () => {
  it("books one evening once, and goes on when one of the servers is killed", async () => {
    const url = new URL(inject("postgresUrl"));
    const child = spawn(
      process.execPath,
      [
        "--conditions=@neuadd/source",
        "--import",
        import.meta.resolve("tsx"),
        fileURLToPath(new URL("../main.ts", import.meta.url)),
      ],
      { env: { ...process.env, DATABASE_URL: url.href }, stdio: ["ignore", "pipe", "pipe"] },
    );
    const [output, faults] = await Promise.all([text(child.stdout), text(child.stderr)]);
    if (child.exitCode === null) await once(child, "exit");
    expect([child.exitCode, faults]).toEqual([0, ""]);
    expect(output).toMatch(/accepted {2}1\n.*refused {2}19\n/);
    expect(output).toContain("the same booking  true");
  });
});
