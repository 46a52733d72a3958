import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays, type Language } from "@neuadd/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordedTerminal } from "../../test/fixtures/recorded-terminal.ts";
import { SCHOOL, schoolDefinition } from "../../test/fixtures/school-definition.ts";
import { createHirer } from "../hirers/create-hirer.ts";
import { approveBooking } from "../ledger/approve-booking.ts";
import { requestBooking } from "../ledger/request-booking.ts";
import { chooseLanguage } from "./choose-language.ts";
import { COMMAND_TEXTS } from "./command-texts.ts";
import { runCommand } from "./run-command.ts";
import { withServices } from "./with-services.ts";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "neuadd-run-"));
});

afterEach(() => rmSync(directory, { recursive: true }));

async function run(
  parameters: readonly string[],
  options: { language?: Language; environment?: Readonly<Record<string, string>> } = {},
) {
  const terminal = recordedTerminal(directory, options);
  const exitCode = await runCommand(parameters, terminal);
  return { exitCode, stdout: terminal.stdout.join("\n"), stderr: terminal.stderr.join("\n") };
}

describe("the configuration of a command", () => {
  it("is the file's, then the environment's, then what the command line says", async () => {
    writeFileSync(
      join(directory, "neuadd.config.mjs"),
      "export default { store: { sqlite: 'file/neuadd.sqlite' } };\n",
    );
    const environment = { NEUADD_DATA: join(directory, "environment") };
    await run(["migrate"]);
    await run(["migrate"], { environment });
    await run(["migrate", "--data", "line"], { environment });
    for (const data of ["file", "environment", "line"]) {
      expect(statSync(join(directory, data, "neuadd.sqlite")).size).toBeGreaterThan(0);
    }
  });

  it("refuses a directory that can't be made, and says which and what to do", async () => {
    writeFileSync(join(directory, "file"), "");
    const data = join(directory, "file", "data");
    for (const command of ["start", "migrate"]) {
      const { exitCode, stdout, stderr } = await run([command, "--data", data]);
      expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
      expect(stderr).toMatch(/^Data can't be kept in .+file.data: part of the path is a file.+$/);
    }
    const welsh = await run(["start", "--data", data], { language: "cy" });
    expect(welsh.stderr).toContain("Ni ellir cadw data yn");
  });

  it("refuses a database, a clock and a port that it does not have", async () => {
    const database = { DATABASE_URL: "mysql://x/y" };
    const refused = { exitCode: 3, stdout: "" };
    expect(await run(["migrate"], { environment: database })).toMatchObject({
      ...refused,
      stderr: expect.stringContaining("DATABASE_URL does not name"),
    });
    const clock = { environment: { NEUADD_CLOCK: "noon" }, language: "cy" } as const;
    expect(await run(["start"], clock)).toMatchObject({
      ...refused,
      stderr: expect.stringContaining('"noon" yw NEUADD_CLOCK'),
    });
    expect(await run(["start", "--port", "http"])).toMatchObject({
      ...refused,
      stderr: expect.stringContaining('The port "http"'),
    });
  });
});

describe("neuadd migrate", () => {
  it("prints what ran, of the server and of each plugin, and nothing the next time", async () => {
    const migration = `up: (database) => database.schema.createTable("notes_lines").addColumn("a", "text").execute()`;
    writeFileSync(
      join(directory, "neuadd.config.mjs"),
      `export default { store: { sqlite: "neuadd.sqlite" }, plugins: [
        { id: "notes", migrations: { "0001": { ${migration} } }, setup() { throw new Error("A migration needs no setup."); } },
      ] };\n`,
    );
    const first = await run(["migrate"]);
    expect(first).toMatchObject({ exitCode: 0, stderr: "" });
    expect(first.stdout).toMatch(/^migrated 0001_/);
    expect(first.stdout).toMatch(/\nmigrated notes\/0001$/);
    const second = await run(["migrate"]);
    expect(second).toMatchObject({ exitCode: 0, stdout: "" });
  });
});

describe("neuadd start", () => {
  it("names a plugin that can't be set up, and does not start", async () => {
    writeFileSync(
      join(directory, "neuadd.config.mjs"),
      "export default { store: { sqlite: ':memory:' }, logLevel: 'silent', plugins: [{ id: 'mail', setup() { throw new Error('No server given.'); } }] };\n",
    );
    const { exitCode, stdout, stderr } = await run(["start", "--port", "0"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toContain('The plugin "mail" could not be set up: No server given.');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe("neuadd import", () => {
  it("lists the booked dates that a changed calendar affects, in words, and alters none", async () => {
    const file = join(directory, "school.json");
    writeFileSync(file, JSON.stringify(schoolDefinition));
    const environment = { NEUADD_CLOCK: "2026-08-24T08:00:00Z" };
    await run(["import", "school.json", "--data", "data"], { environment });
    const terminal = recordedTerminal(directory, { environment });
    const first = "2026-09-08";
    await withServices(terminal, { data: "data" }, async ({ services }) => {
      const { id: hirer } = await createHirer(
        services,
        {
          name: "Clwb Badminton y Bryn",
          category: "club",
          language: "cy",
          contact: { name: "Ysgrifennydd", email: "clwb@example.org" },
        },
        { school: SCHOOL },
      );
      const request = { space: "sports-hall", hirer, title: "Badminton", activity: "badminton" };
      const times = { first, startTime: "18:00", endTime: "19:30" };
      const { booking } = await requestBooking(services, SCHOOL, "system", {
        ...request,
        ...times,
        recurrence: { rule: "FREQ=WEEKLY", count: 2 },
      });
      await approveBooking(services, SCHOOL, "system", booking.id, { revision: booking.revision });
    });
    const closure = { kind: "closure", first, last: first, name: { cy: "Ar gau", en: "Closed" } };
    const layer = { id: "own", scope: "school", source: "The governing body", entries: [closure] };
    const layers = [...schoolDefinition.calendar.layers, layer];
    writeFileSync(file, JSON.stringify({ ...schoolDefinition, calendar: { layers } }));
    const line = ["import", "school.json", "--data", "data"];
    const { exitCode, stdout, stderr } = await run(line, { environment });
    expect(exitCode).toBe(0);
    const [outcome, affected, ...others] = stdout.split("\n");
    expect(outcome).toMatch(new RegExp(`^updated ${SCHOOL} revision \\d+$`));
    expect(affected).toMatch(/^affected bok_\S+ 2026-09-08 sports-hall; .+ → .+/);
    expect(others).toEqual([]);
    expect(stderr).toContain("The change affects 1 booked date, and altered none");
    expect(addDays(first, 7)).toBe("2026-09-15");
    expect(stdout).not.toContain("2026-09-15");
  });

  it("refuses what is no such file, by its name and without a stack trace", async () => {
    const bomb = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let level = 1; level < 8; level += 1) {
      const aliases = Array(10)
        .fill(`*a${level - 1}`)
        .join(", ");
      bomb.push(`a${level}: &a${level} [${aliases}]`);
    }
    const files: Readonly<Record<string, string | Buffer>> = {
      "school.toml": "a = 1",
      "broken.json": "{ school: }",
      "broken.yaml": "school: [\n",
      "twice.yaml": "school: 1\nschool: 2\n",
      "two.yaml": "a: 1\n---\nb: 2\n",
      "empty.yaml": "",
      "bomb.yaml": `${bomb.join("\n")}\n`,
      "latin1.json": Buffer.from([0x22, 0xe2, 0x22]),
      "large.json": " ".repeat(2_000_001),
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
    mkdirSync(join(directory, "folder.json"));
    for (const name of [...Object.keys(files), "folder.json", "none.json"]) {
      const { exitCode, stdout, stderr } = await run(["import", name]);
      expect({ name, exitCode, stdout }).toEqual({ name, exitCode: 3, stdout: "" });
      expect(stderr).toContain(name);
      expect(stderr).not.toMatch(/^\s+at /m);
    }
  });
});

describe("neuadd keys create", () => {
  it.each([
    ["--kind caretaker", "There is no kind of key"],
    ["--kind school", "needs --owner"],
    ["--kind operator --owner x", "Leave out --owner"],
    ["--kind school --owner nowhere", 'There is no school "nowhere"'],
    ["--kind hirer --owner nobody", 'There is no hirer "nobody"'],
    ["--kind operator --scopes everything", 'can\'t have the scope "everything"'],
    ["--kind hirer --owner x --scopes metrics:read", 'can\'t have the scope "metrics:read"'],
    ["--kind operator --expires 2001-01-01", "can't expire at"],
    ["--kind operator --expires 2027-02-30", "can't expire at"],
    ["--kind operator --expires tomorrow", "can't expire at"],
  ])("refuses %s, in both languages", async (line, reason) => {
    const parameters = ["keys", "create", ...line.split(" "), "--data", "data"];
    const english = await run(parameters);
    const welsh = await run(parameters, { language: "cy" });
    expect(english).toMatchObject({ exitCode: 3, stdout: "" });
    expect(english.stderr).toContain(reason);
    expect(welsh).toMatchObject({ exitCode: 3, stdout: "" });
    expect(welsh.stderr).not.toBe(english.stderr);
  });
});

it("says a fault of the ledger in Welsh as in English, with what it is about", async () => {
  const parameters = ["export", "nowhere", "nowhere.jsonl", "--data", "data"];
  const english = await run(parameters);
  const welsh = await run(parameters, { language: "cy" });
  expect(english.stderr).toContain('There is no school "nowhere". Check its id.');
  expect(welsh.stderr).toContain('Nid oes ysgol "nowhere". Gwiriwch y dynodydd.');
});

describe("a fault that nobody foresaw", () => {
  it("is told without a stack trace, which NEUADD_TRACE asks for", async () => {
    mkdirSync(join(directory, "data", "neuadd.sqlite"), { recursive: true });
    const plain = await run(["keys", "list", "--data", "data"]);
    expect(plain).toMatchObject({ exitCode: 1, stdout: "" });
    expect(plain.stderr).not.toMatch(/^\s+at /m);
    const traced = await run(["keys", "list", "--data", "data"], {
      environment: { NEUADD_TRACE: "1" },
    });
    expect(traced.stderr).toMatch(/^\s+at /m);
  });
});

describe("the language of a command", () => {
  it("is that of --lang, else that of the locale, as POSIX orders it", () => {
    expect(chooseLanguage(["start"], {})).toBe("en");
    expect(chooseLanguage(["start"], { LANG: "cy_GB.UTF-8" })).toBe("cy");
    expect(chooseLanguage(["start"], { LANG: "cy_GB.UTF-8", LC_ALL: "en_GB" })).toBe("en");
    expect(chooseLanguage(["start"], { LANG: "en_GB", LC_MESSAGES: "cy" })).toBe("cy");
    expect(chooseLanguage(["start"], { LANG: "cyrillic" })).toBe("en");
    expect(chooseLanguage(["--lang", "cy", "start"], { LANG: "en_GB" })).toBe("cy");
    expect(chooseLanguage(["start", "--lang=en"], { LANG: "cy_GB" })).toBe("en");
  });

  it("has every text of the help in Welsh and in English", () => {
    for (const { cy, en } of Object.values(COMMAND_TEXTS)) {
      expect(cy.trim()).not.toBe("");
      expect(cy).not.toBe(en);
    }
  });
});
