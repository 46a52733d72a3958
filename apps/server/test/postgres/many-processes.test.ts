import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { runNeuadd } from "../fixtures/run-neuadd.ts";
import { takeSchema } from "./postgres-schema.ts";

describe("neuadd migrate", () => {
  it("may be run by four processes at once: each migration runs once, and the others wait", async () => {
    const schema = await takeSchema({ isFresh: true });
    const setting = { directory: tmpdir(), environment: { DATABASE_URL: schema.url } };
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => runNeuadd(["migrate"], setting)),
    );
    for (const outcome of outcomes) expect(outcome.exitCode).toBe(0);
    const migrated = outcomes.flatMap(({ stdout }) => stdout.match(/^migrated .*$/gm) ?? []);
    expect(migrated.length).toBeGreaterThan(5);
    expect(migrated).toEqual([...new Set(migrated)]);
    const store = schema.open();
    expect(await store.isReady()).toBe(true);
    expect(await store.migrate()).toEqual([]);
  });

  it("says what is wrong when the database is not there", async () => {
    const environment = { DATABASE_URL: "postgres://postgres@127.0.0.1:1/nowhere" };
    const outcome = await runNeuadd(["migrate"], { directory: tmpdir(), environment });
    expect(outcome).toMatchObject({ exitCode: 1, stdout: "" });
    expect(outcome.stderr).toMatch(/^The database does not answer.*Try again later\.\n$/);
  });
});
