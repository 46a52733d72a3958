import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { Language } from "@neuadd/core";
import { runCommand } from "../src/commands/run-command.ts";
import { loadConfig } from "../src/config/load-config.ts";
import { type CommandOutcome, runNeuadd, startNeuadd } from "./fixtures/run-neuadd.ts";
import { recordedTerminal } from "./fixtures/recorded-terminal.ts";
import { SCHOOL, schoolDefinition } from "./fixtures/school-definition.ts";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "neuadd command "));
});

afterEach(() => rmSync(directory, { recursive: true }));

function run(...parameters: string[]): Promise<CommandOutcome> {
  return runNeuadd(parameters, { directory });
}

function runInWelsh(...parameters: string[]): Promise<CommandOutcome> {
  return runNeuadd(parameters, { directory, environment: { LANG: "cy_GB.UTF-8" } });
}

/** The same command in this process: for steps whose being a process of their own proves nothing more. */
async function runHere(
  parameters: readonly string[],
  language: Language = "en",
): Promise<CommandOutcome> {
  const terminal = recordedTerminal(directory, { language });
  const exitCode = await runCommand(parameters, terminal);
  const [stdout, stderr] = [terminal.stdout, terminal.stderr].map((lines) =>
    lines.map((line) => `${line}\n`).join(""),
  );
  return { exitCode, stdout: stdout ?? "", stderr: stderr ?? "" };
}

describe("neuadd --help and --version", () => {
  it("explain each command and the exit codes, in the language of the locale or of --lang", async () => {
    const [english, welsh, asked, version] = await Promise.all([
      run("--help"),
      runInWelsh("--help"),
      run("import", "--help", "--lang", "cy"),
      run("--version"),
    ]);
    expect(english).toMatchObject({ exitCode: 0, stderr: "" });
    for (const word of ["start", "init", "migrate", "import", "keys", "Exit codes: 0 done"]) {
      expect(english.stdout).toContain(word);
    }
    expect(welsh).toMatchObject({ exitCode: 0, stderr: "" });
    for (const word of [
      "Defnydd: neuadd [dewisiadau] [gorchymyn]",
      "Gorchmynion:",
      "Codau gorffen",
    ]) {
      expect(welsh.stdout).toContain(word);
    }
    expect(asked.stdout).toContain("ffeil yr ysgol");
    const { version: number } = JSON.parse(
      readFileSync(new URL("../package.json", import.meta.url), "utf8"),
    ) as { version: string };
    expect(version).toEqual({ exitCode: 0, stdout: `${number}\n`, stderr: "" });
  });
});

describe("a wrong command line", () => {
  it("is told in a sentence, without a stack trace, and ends with 2", async () => {
    const [none, unknown, welsh, missing, language] = await Promise.all([
      run(),
      run("stat"),
      runInWelsh("stat"),
      runInWelsh("keys", "revoke"),
      run("migrate", "--lang", "fr"),
    ]);
    expect(none).toMatchObject({ exitCode: 2, stdout: "" });
    expect(none.stderr).toContain("Commands:");
    expect(unknown).toMatchObject({
      exitCode: 2,
      stderr: `Unknown command 'stat'. Did you mean start?\nSee "neuadd --help".\n`,
    });
    expect(welsh).toMatchObject({
      exitCode: 2,
      stderr: `Nid oes gorchymyn "stat". Ai start oedd gennych mewn golwg?\nGweler "neuadd --help".\n`,
    });
    expect(missing.stderr).toContain(
      `Mae'r ddadl "id" ar goll.\nGweler "neuadd keys revoke --help".`,
    );
    expect(language).toMatchObject({ exitCode: 2, stdout: "" });
  });
});

describe("neuadd init", () => {
  it("writes a configuration that loads, in the language spoken, and overwrites nothing", async () => {
    const first = await runInWelsh("init");
    const file = join(directory, "neuadd.config.ts");
    expect(first).toMatchObject({ exitCode: 0, stdout: `wrote ${file}\n` });
    const text = readFileSync(file, "utf8");
    expect(text).toContain("Y gronfa ddata");
    const second = await run("init");
    expect(second).toMatchObject({ exitCode: 3, stdout: "" });
    expect(second.stderr).toContain("is there already");
    expect(readFileSync(file, "utf8")).toBe(text);
    // As it would be with the package installed beside it.
    writeFileSync(file, text.replace(/^import .*$/m, "const defineConfig = (c: object) => c;"));
    expect(await loadConfig(directory)).toEqual({
      store: { sqlite: join(directory, "data", "neuadd.sqlite") },
      port: 3000,
      logLevel: "info",
    });
  });
});

describe("the configuration of a command", () => {
  it("is told apart from a folder that does not let it run, with what to do", async () => {
    writeFileSync(join(directory, "package.json"), '{ "type": "commonjs" }');
    writeFileSync(join(directory, "mine.ts"), 'import "node:fs";\nexport default {};\n');
    const { stderr, exitCode } = await run("migrate", "--config", "mine.ts");
    expect(stderr).toContain('Run "npm pkg set type=module" beside it.');
    expect(exitCode).toBe(3);
  });

  it("says which Node it takes where this one can't run it", async () => {
    const fault = 'throw new TypeError(`Unknown file extension ".ts" for mine.ts`);';
    writeFileSync(join(directory, "mine.mjs"), fault);
    const { stderr, exitCode } = await runHere(["migrate", "--config", "mine.mjs"]);
    expect(stderr).toContain(
      `It takes Node 22.18 or later; this is Node ${process.versions.node}.`,
    );
    expect(exitCode).toBe(3);
  });

  it("is refused with every setting that is wrong, and ends with 3", async () => {
    writeFileSync(join(directory, "neuadd.config.mjs"), "export default { port: -1, prot: 80 };\n");
    const [english, welsh, missing] = await Promise.all([
      run("migrate"),
      runInWelsh("migrate"),
      run("migrate", "--config", "none.ts"),
    ]);
    expect(english.exitCode).toBe(3);
    expect(english.stderr).toMatch(/^The configuration can't be used:\n {2}port must be/);
    expect(english.stderr).toContain("  prot is no setting.");
    expect(welsh.stderr).toMatch(/^Ni ellir defnyddio'r ffurfweddiad:\n {2}Rhaid i port fod/);
    expect(missing).toMatchObject({ exitCode: 3, stdout: "" });
  });
});

describe("neuadd import", () => {
  it("takes a school in, updates it, and lists the faults of a file without changing anything", async () => {
    const file = join(directory, "school.yaml");
    writeFileSync(file, stringify(schoolDefinition));
    expect(await run("import", "school.yaml")).toMatchObject({
      exitCode: 0,
      stdout: `created ${SCHOOL} revision 1\n`,
    });
    expect(await runHere(["import", "school.yaml"])).toMatchObject({
      exitCode: 0,
      stdout: `unchanged ${SCHOOL} revision 1\n`,
    });
    const renamed = { cy: "Ysgol Newydd y Bryn", en: "New Ysgol y Bryn" };
    const changed = { ...schoolDefinition, school: { ...schoolDefinition.school, name: renamed } };
    writeFileSync(join(directory, "school.json"), JSON.stringify(changed));
    expect(await runHere(["import", "school.json"])).toMatchObject({
      exitCode: 0,
      stdout: `updated ${SCHOOL} revision 2\n`,
    });
    const { premises: _premises, ...broken } = changed;
    writeFileSync(file, stringify({ ...broken, school: { ...changed.school, zone: 5 } }));
    const [english, welsh] = await Promise.all([
      runHere(["import", "school.yaml"]),
      runHere(["import", "school.yaml"], "cy"),
    ]);
    expect(english).toMatchObject({ exitCode: 3, stdout: "" });
    expect(english.stderr).toBe(
      "Nothing was changed: the file has 2 faults.\n  /school/zone: This must be text.\n  /premises: This field is needed.\n",
    );
    expect(welsh.stderr).toContain("Ni newidiwyd dim. Nifer y gwallau yn y ffeil: 2.");
    expect(welsh.stderr).toContain("/premises: Mae angen y maes hwn.");
    for (const name of ["none.yaml", "none.jsonl"]) {
      const path = join(directory, name);
      expect((await runHere(["import", name])).stderr).toBe(
        `${path} can't be read: there is no file of that name.\n`,
      );
      expect((await runHere(["import", name], "cy")).stderr).toBe(
        `Ni ellir darllen ${path}: nid oes ffeil o'r enw hwnnw.\n`,
      );
    }
    expect((await runHere(["import", "school.json"])).stdout).toBe(
      `unchanged ${SCHOOL} revision 2\n`,
    );
  });

  it("lists the faults of the space tree and of the calendar in the caller's language", async () => {
    const [site] = schoolDefinition.premises;
    const layers = [
      {
        id: "closures",
        scope: "school",
        source: "test",
        entries: [{ kind: "closure", first: "2026-09-09", last: "2026-09-08" }],
      },
    ];
    const spaces = [...(site?.spaces ?? []), { ...site?.spaces[0], id: "loft", parent: "nowhere" }];
    const broken = { ...schoolDefinition, premises: [{ ...site, spaces }], calendar: { layers } };
    writeFileSync(join(directory, "broken.json"), JSON.stringify(broken));
    const welsh = await runHere(["import", "broken.json"], "cy");
    expect(welsh.exitCode).toBe(3);
    expect(welsh.stderr).toContain('Nid oes lle "nowhere" i fod yn rhiant.');
    expect(welsh.stderr).toContain(
      "/calendar/layers/0/entries/0/last: Mae'r diwrnod olaf, 2026-09-08, cyn y diwrnod cyntaf, 2026-09-09.",
    );
  });
});

describe("neuadd keys", () => {
  it("creates a key that is shown once, lists it without its secret, and revokes it", async () => {
    writeFileSync(join(directory, "school.json"), JSON.stringify(schoolDefinition));
    await runHere(["import", "school.json"]);
    const line = `keys create --kind school --owner ${SCHOOL} --expires 2099-07-31`.split(" ");
    const scopes = "bookings:read, events:read";
    const created = await run(...line, "--label", "front desk", "--scopes", scopes);
    expect(created.exitCode).toBe(0);
    const [key = "", id = ""] = created.stdout.match(/(?<=^key |^id )\S+/gm) ?? [];
    expect(key).toMatch(/^neuadd_s_/);
    expect(created.stderr).toContain("can't be shown again");
    const [table, welsh, json] = await Promise.all([
      run("keys", "list"),
      runHere(["keys", "list"], "cy"),
      runHere(["keys", "list", "--json"]),
    ]);
    expect(table.stdout).toMatch(
      new RegExp(`^${id} +school +${SCHOOL} +valid .* bookings:read,events:read +front desk$`, "m"),
    );
    expect(welsh.stdout).toMatch(/^DYNODYDD .*dilys/s);
    expect(JSON.parse(json.stdout)).toEqual([
      {
        id,
        kind: "school",
        owner: SCHOOL,
        label: "front desk",
        scopes: ["bookings:read", "events:read"],
        createdAt: expect.stringMatching(/Z$/),
        // The end of the day in Wales, in summer time.
        expiresAt: "2099-07-31T23:00:00.000Z",
      },
    ]);
    const secret = key.slice(-43);
    for (const { stdout } of [table, welsh, json]) expect(stdout).not.toContain(secret);
    expect(await runHere(["keys", "revoke", id])).toMatchObject({
      exitCode: 0,
      stdout: `revoked ${id}\n`,
    });
    expect(await runHere(["keys", "revoke", id])).toMatchObject({ exitCode: 3, stdout: "" });
    expect((await runHere(["keys", "list"])).stdout).toContain("revoked");
  });
});

describe("neuadd start", () => {
  let data: string;
  beforeAll(() => {
    data = mkdtempSync(join(tmpdir(), "neuadd data "));
  });
  afterAll(() => rmSync(data, { recursive: true }));

  it("prints the operator's key once in the life of a store, says when it is ready, and stops cleanly", async () => {
    const first = await startNeuadd(["--data", data], { directory });
    expect(first.lines).toEqual([
      expect.stringMatching(/^operator key neuadd_o_\S+$/),
      `ready ${first.url}`,
    ]);
    const [, key = ""] = /^operator key (\S+)$/.exec(first.lines[0] ?? "") ?? [];
    const headers = { authorization: `Bearer ${key}` };
    expect((await fetch(`${first.url}/metrics`, { headers })).status).toBe(200);
    expect(await first.stop()).toBe(0);
    expect(first.stderr()).toContain("Stopping once what is running has finished.");
    expect(first.stderr()).not.toContain(key.slice(-43));
    const second = await startNeuadd(["--data", data], { directory });
    expect(second.lines).toEqual([`ready ${second.url}`]);
    expect((await fetch(`${second.url}/metrics`, { headers })).status).toBe(200);
    expect(await second.stop()).toBe(0);
  });

  it("shows the clock that it is set to", async () => {
    const environment = { NEUADD_CLOCK: "2026-08-24T08:00:00Z", NEUADD_DATA: data };
    const server = await startNeuadd([], { directory, environment });
    const health = await (await fetch(`${server.url}/healthz`)).json();
    expect(health).toMatchObject({ demonstrationClock: true, today: "2026-08-24" });
    expect(await server.stop()).toBe(0);
  });

  it("ends with 1 when the port is taken, and says so", async () => {
    const server = await startNeuadd(["--data", data], { directory });
    const { port } = new URL(server.url);
    const second = await run("start", "--data", "other", "--port", port);
    expect(second).toMatchObject({ exitCode: 1, stdout: "" });
    expect(second.stderr).toContain(`Another program listens on port ${port}`);
    expect(await server.stop()).toBe(0);
  });
});
