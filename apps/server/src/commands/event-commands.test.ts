import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Language } from "@neuadd/core";
import { makeServices } from "../../test/fixtures/make-services.ts";
import { recordedTerminal } from "../../test/fixtures/recorded-terminal.ts";
import { SCHOOL } from "../../test/fixtures/school-definition.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import { runCommand } from "./run-command.ts";

let directory: string;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "neuadd-events-"));
  const file = join(directory, ".neuadd", "neuadd.sqlite");
  const { store } = await makeServices({ store: openSqliteStore({ file }) });
  for (const listener_id of ["feeds", "webhooks"]) {
    await store.database
      .insertInto("dead_letters")
      .values({
        school_id: SCHOOL,
        listener_id,
        revision: 1,
        ordinal: 0,
        error: "Error: 503\nLater.",
        failed_at: Date.UTC(2026, 8, 1, 12),
      })
      .execute();
  }
  await store.close();
});

afterEach(() => rmSync(directory, { recursive: true }));

async function run(parameters: readonly string[], language: Language = "en") {
  const terminal = recordedTerminal(directory, { language });
  const exitCode = await runCommand(["events", ...parameters], terminal);
  return { exitCode, lines: terminal.stdout, told: terminal.stderr.join("\n") };
}

it("lists what plugins could not take, a line each", async () => {
  const { exitCode, lines } = await run(["dead"]);
  expect(exitCode).toBe(0);
  expect(lines).toEqual([
    "SCHOOL        PLUGIN    EVENT  TYPE             FAILED                    STATE  ERROR",
    `${SCHOOL}  feeds     1.0    school.imported  2026-09-01T12:00:00.000Z  dead   Error: 503 Later.`,
    `${SCHOOL}  webhooks  1.0    school.imported  2026-09-01T12:00:00.000Z  dead   Error: 503 Later.`,
  ]);
  expect((await run(["dead"], "cy")).lines[0]).toMatch(/^YSGOL +ATEGYN/);
});

it("lists only those of a plugin or a school, also as JSON", async () => {
  const { lines } = await run(["dead", "--json", "--plugin", "feeds", "--school", SCHOOL]);
  expect(JSON.parse(lines.join(""))).toEqual([
    {
      school: SCHOOL,
      plugin: "feeds",
      revision: 1,
      ordinal: 0,
      type: "school.imported",
      error: "Error: 503\nLater.",
      failedAt: "2026-09-01T12:00:00.000Z",
    },
  ]);
  const nowhere = await run(["dead", "--school", "nowhere"]);
  expect(nowhere).toMatchObject({ exitCode: 0, lines: [] });
  expect(nowhere.told).toContain("There are none");
});

it("has them handed over again, and says how many", async () => {
  expect(await run(["retry", "--plugin", "mail"])).toMatchObject({
    exitCode: 0,
    lines: ["retrying 0"],
    told: "",
  });
  const one = await run(["retry", "--plugin", "feeds"]);
  expect(one.lines).toEqual(["retrying 1"]);
  expect(one.told).toContain("half a minute");
  expect((await run(["dead"])).lines[1]).toContain("retrying");
  expect((await run(["retry"])).lines).toEqual(["retrying 2"]);
});
