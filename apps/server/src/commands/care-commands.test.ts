import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Language } from "@neuadd/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { livedInSchool } from "../../test/fixtures/lived-in-school.ts";
import { makeHirer } from "../../test/fixtures/make-hirer.ts";
import { makeServices } from "../../test/fixtures/make-services.ts";
import { recordedTerminal } from "../../test/fixtures/recorded-terminal.ts";
import { SCHOOL } from "../../test/fixtures/school-definition.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { runCommand } from "./run-command.ts";

let directory: string;
let data: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "neuadd-care-"));
  data = join(directory, ".neuadd", "neuadd.sqlite");
});

afterEach(() => rmSync(directory, { recursive: true }));

async function run(
  parameters: readonly string[],
  options: { language?: Language; environment?: Readonly<Record<string, string>> } = {},
) {
  const environment = { NEUADD_CLOCK: "2026-09-01T12:00:00Z", ...options.environment };
  const terminal = recordedTerminal(directory, { ...options, environment });
  const exitCode = await runCommand(parameters, terminal);
  return { exitCode, stdout: terminal.stdout.join("\n"), stderr: terminal.stderr.join("\n") };
}

/** A school in the database of the directory; the store is open still. */
async function openSchool(): Promise<Store> {
  const store = openSqliteStore({ file: data });
  await livedInSchool({ store });
  return store;
}

async function countHirers(file = data): Promise<number> {
  const store = openSqliteStore({ file });
  try {
    return (await store.database.selectFrom("hirers").select("hirer_id").execute()).length;
  } finally {
    await store.close();
  }
}

describe("neuadd backup and restore", () => {
  it("bring back what there was, however much was written since", async () => {
    const store = await openSchool();
    // The server has its database open: a backup does not mind.
    const backup = await run(["backup", "copy.sqlite"]);
    const copy = join(directory, "copy.sqlite");
    expect(backup).toMatchObject({
      exitCode: 0,
      stdout: `backup ${copy} ${statSync(copy).size}`,
    });
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(existsSync(`${copy}-wal`)).toBe(false);
    await makeHirer(await makeServices({ store, schools: [] }));
    await store.close();
    expect(await countHirers()).toBe(3);

    expect(await run(["restore", "copy.sqlite"])).toMatchObject({
      exitCode: 3,
      stdout: "",
      stderr: expect.stringContaining("add --force"),
    });
    expect(await countHirers()).toBe(3);
    const restored = await run(["restore", "copy.sqlite", "--force"], { language: "cy" });
    expect(restored).toMatchObject({ exitCode: 0, stdout: `restored ${data} 1` });
    expect(restored.stderr).toContain("Cedwir yr hen gronfa");
    expect(await countHirers()).toBe(2);
    expect(await countHirers(`${data}.before-restore`)).toBe(3);
    expect(existsSync(`${data}.restoring`)).toBe(false);
  });

  it("restore into a directory that has no database yet", async () => {
    const store = await openSchool();
    await run(["backup", "copy.sqlite"]);
    await store.close();
    const elsewhere = join(directory, "elsewhere", "neuadd.sqlite");
    expect(await run(["restore", "copy.sqlite", "--data", "elsewhere"])).toMatchObject({
      exitCode: 0,
      stdout: `restored ${elsewhere} 1`,
    });
    expect(await countHirers(elsewhere)).toBe(2);
  });

  it("never replace a database that a process has open", async () => {
    const store = await openSchool();
    await run(["backup", "copy.sqlite"]);
    await makeHirer(await makeServices({ store, schools: [] }));
    const refused = await run(["restore", "copy.sqlite", "--force"]);
    expect(refused).toMatchObject({
      exitCode: 1,
      stdout: "",
      stderr: expect.stringContaining("Stop the server"),
    });
    expect(existsSync(`${data}.restoring`)).toBe(false);
    expect((await store.database.selectFrom("hirers").select("name").execute()).length).toBe(3);
    await store.close();
    expect(await countHirers()).toBe(3);
  });

  it("refuse a backup that is not sound, or none at all", async () => {
    const store = await openSchool();
    await store.database
      .deleteFrom("claims")
      .where("leaf_id", "=", "sports-hall-court-3")
      .execute();
    await run(["backup", "copy.sqlite"]);
    await store.close();
    const unsound = await run(["restore", "copy.sqlite", "--force"]);
    expect(unsound).toMatchObject({
      exitCode: 3,
      stdout: expect.stringMatching(/^fault CLAIM_MISSING ysgol-y-bryn\n/),
      stderr: expect.stringContaining("not sound: it has 1 fault."),
    });
    writeFileSync(join(directory, "letter.txt"), "Annwyl bawb");
    for (const file of ["letter.txt", "nothing.sqlite"]) {
      expect(await run(["restore", file, "--force"])).toMatchObject({
        exitCode: 3,
        stderr: expect.stringContaining("can't be read as a backup"),
      });
    }
    expect(await countHirers()).toBe(2);
  });

  it.each([
    ["the server", "kysely_migration", "STORE_LATER", "9999_later"],
    ["a plugin", "plugin_migrations_tariffs", "PLUGIN_TABLES_LATER", "tariffs/9999_later"],
  ])(
    "refuse a backup of a later version of %s before anything is replaced",
    async (_whose, table, code, place) => {
      await run(["migrate"]);
      const store = await openSchool();
      await run(["backup", "sound.sqlite"]);
      await store.database
        .withTables<Record<string, Record<"name" | "timestamp", string>>>()
        .insertInto(table)
        .values({ name: "9999_later", timestamp: "2030-01-01T00:00:00Z" })
        .execute();
      await run(["backup", "later.sqlite"]);
      await store.close();
      const doctor = await run(["doctor"]);
      expect(doctor).toMatchObject({ exitCode: 1, stdout: expect.stringContaining(place) });
      await run(["restore", "sound.sqlite", "--force"]);
      const refused = await run(["restore", "later.sqlite", "--force"], { language: "cy" });
      expect(refused).toMatchObject({
        exitCode: 3,
        stdout: expect.stringMatching(new RegExp(`^fault ${code}\n[^]*\n  ${place}\n  → Gosodwch`)),
        stderr: expect.stringContaining("o fersiwn ddiweddarach"),
      });
      expect(existsSync(`${data}.restoring`)).toBe(false);
      expect(await run(["doctor"])).toMatchObject({ exitCode: 0 });
    },
  );

  it("bring the tables of plugins to the present version too", async () => {
    const store = await openSchool();
    await run(["backup", "copy.sqlite"]);
    await store.close();
    await run(["restore", "copy.sqlite", "--force"]);
    expect(await run(["migrate"])).toMatchObject({ exitCode: 0, stdout: "" });
  });

  it("overwrite no file with a backup, and make none of nothing", async () => {
    expect(await run(["backup", "copy.sqlite"])).toMatchObject({
      exitCode: 3,
      stderr: `There is no database at ${data}.`,
    });
    expect(existsSync(data)).toBe(false);
    await (await openSchool()).close();
    writeFileSync(join(directory, "copy.sqlite"), "precious");
    expect(await run(["backup", "copy.sqlite"])).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining("is there already"),
    });
    expect(readFileSync(join(directory, "copy.sqlite"), "utf8")).toBe("precious");
    expect(await run(["backup", "no/such/copy.sqlite"])).toMatchObject({ exitCode: 1 });
  });

  it("name PostgreSQL's own means where the data is there", async () => {
    const environment = { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" };
    expect(await run(["backup", "copy.dump"], { environment })).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining(
        'pg_dump --format=custom --no-owner --file=copy.dump "$DATABASE_URL"',
      ),
    });
    expect(await run(["restore", "copy.dump"], { environment, language: "cy" })).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining("pg_restore"),
    });
  });
});

describe("neuadd export and import", () => {
  it("move a school to another database, as it was", async () => {
    await (await openSchool()).close();
    const exported = await run(["export", SCHOOL, "school.jsonl"]);
    expect(exported).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^exported ysgol-y-bryn \d+$/),
    });
    expect(await run(["import", "school.jsonl", "--data", "other"])).toMatchObject({
      exitCode: 0,
      stdout: "moved ysgol-y-bryn revision 12 bookings 3",
      stderr: expect.stringContaining("neuadd keys create"),
    });
    await run(["export", SCHOOL, "again.jsonl", "--data", "other"]);
    expect(readFileSync(join(directory, "again.jsonl"), "utf8")).toBe(
      readFileSync(join(directory, "school.jsonl"), "utf8"),
    );
    expect(await run(["import", "school.jsonl"], { language: "cy" })).toMatchObject({
      exitCode: 3,
      stdout: "",
      stderr: expect.stringContaining("yma eisoes"),
    });
  });

  it("leave out what a plugin keeps that is not at the new place, where that is asked for", async () => {
    await run(["migrate"]);
    const store = await openSchool();
    await store.database
      .withTables<PluginTables>()
      .insertInto("calendar_feed_links")
      .values({
        school: SCHOOL,
        link: "lnk_1",
        secret_hash: "",
        hirer: "hir_1",
        language: "cy",
        created_at: 0,
      })
      .execute();
    await store.close();
    await run(["export", SCHOOL, "school.jsonl"]);
    const take = ["import", "school.jsonl", "--data", "other"];
    const refused = await run(take);
    expect(refused).toMatchObject({ exitCode: 3, stdout: "" });
    expect(refused.stderr).toContain("add --without calendar-feed");
    const unknown = await run([...take, "--without", "calendar-feed", "--without", "tarifs"]);
    expect(unknown).toMatchObject({ exitCode: 3, stdout: "" });
    expect(unknown.stderr).toContain('"tarifs" to leave out');
    expect(await run([...take, "--without", "calendar-feed"])).toMatchObject({
      exitCode: 0,
      stdout: "moved ysgol-y-bryn revision 12 bookings 3\nomitted calendar-feed records 1",
      stderr: expect.stringContaining("in the archive alone"),
    });
    writeFileSync(join(directory, "school.json"), "{}");
    expect(await run(["import", "school.json", "--without", "tariffs"])).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining("do without --without"),
    });
  });

  it("take the school out of where it was, by its archive and with --yes", async () => {
    await (await openSchool()).close();
    await run(["export", SCHOOL, "school.jsonl"]);
    const unsure = await run(["remove", "school.jsonl"], { language: "cy" });
    expect(unsure).toMatchObject({ exitCode: 3, stderr: expect.stringContaining("--yes") });
    expect(await countHirers()).toBe(2);
    expect(await run(["remove", "school.jsonl", "--yes"])).toMatchObject({
      exitCode: 0,
      stdout: "removed ysgol-y-bryn bookings 3",
      stderr: "",
    });
    expect(await countHirers()).toBe(0);
    expect(await run(["remove", "school.jsonl", "--yes"])).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('There is no school "ysgol-y-bryn"'),
    });
  });

  it("tell what is wrong with an archive, and change nothing", async () => {
    await (await openSchool()).close();
    await run(["export", SCHOOL, "school.jsonl"]);
    const text = readFileSync(join(directory, "school.jsonl"), "utf8");
    writeFileSync(join(directory, "cut.jsonl"), text.slice(0, text.length / 2));
    expect(await run(["import", "cut.jsonl", "--data", "other"])).toMatchObject({
      exitCode: 3,
      stdout: "",
      stderr: expect.stringContaining("The archive is not whole"),
    });
    expect(await run(["export", "nobody", "nobody.jsonl"])).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('There is no school "nobody"'),
    });
  });
});

describe("neuadd doctor", () => {
  it("says that all is well, as far as a demonstration can be", async () => {
    await (await openSchool()).close();
    const { exitCode, stdout } = await run(["doctor"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^warning CLOCK_DEMONSTRATION\n/);
    expect(stdout).toMatch(/\nchecked 1 schools 0 faults 1 warnings$/);
  });

  it("ends with 1 for a fault, and says in either language what to do", async () => {
    const store = await openSchool();
    await store.database.deleteFrom("events").where("revision", "=", 4).execute();
    await store.close();
    const { exitCode, stdout } = await run(["doctor"], { language: "cy" });
    expect(exitCode).toBe(1);
    expect(stdout).toContain("fault EVENTS_GAP ysgol-y-bryn\n  Mae bwlch yn nigwyddiadau'r ysgol");
    expect(stdout).toContain("→ Adferwch y copi wrth gefn diwethaf");
    const json = await run(["doctor", "--json"]);
    const { findings } = JSON.parse(json.stdout) as { findings: { code: string }[] };
    expect(findings.map(({ code }) => code)).toContain("EVENTS_GAP");
  });

  it("does not make a database to examine, nor migrate one", async () => {
    expect(await run(["doctor"])).toMatchObject({ exitCode: 3, stdout: "" });
    expect(existsSync(data)).toBe(false);
    const store = openSqliteStore({ file: data });
    await store.isReady();
    await store.close();
    const { exitCode, stdout } = await run(["doctor"]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("fault MIGRATIONS_PENDING");
  });

  it("says of a file that is no database that it is damaged, not that it is old", async () => {
    await (await openSchool()).close();
    writeFileSync(data, "Annwyl bawb, ".repeat(1_000));
    expect(await run(["doctor"])).toMatchObject({
      exitCode: 1,
      stdout: expect.stringMatching(/^(?:warning DISK_LOW\n[^]*)?fault STORE_DAMAGED\n/),
    });
  });
});

/** Of the default plugins, what a test puts in. */
type PluginTables = {
  tariffs_documents: Record<"school" | "kind" | "booking" | "hirer" | "document", string> & {
    number: number;
    issued_at: number;
  };
  calendar_feed_links: Record<"school" | "link" | "secret_hash" | "hirer" | "language", string> & {
    created_at: number;
  };
};

describe("neuadd people", () => {
  it("gives out what is held of a hirer or a person, into a file and nowhere else", async () => {
    const store = await openSchool();
    const [hirer] = await store.database.selectFrom("hirers").selectAll().execute();
    await store.close();
    const id = hirer?.hirer_id ?? "";
    const exported = await run(["people", "export", "held.json", "--hirer", id]);
    const path = join(directory, "held.json");
    expect(exported).toMatchObject({ exitCode: 0, stdout: `exported ${path}` });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ id, name: hirer?.name });
    await run(["people", "export", "person.json", "--email", "AELOD@example.org"]);
    const person = readFileSync(join(directory, "person.json"), "utf8");
    expect(JSON.parse(person)).toMatchObject({ appearances: [{}, {}] });
    expect(person).not.toContain("clwb@example.org");
    expect(
      await run(["people", "export", "person.json", "--email", "neb@example.org"]),
    ).toMatchObject({
      exitCode: 3,
      stderr: "That address is in the record of no hirer.",
    });
  });

  it("erases only with --yes, and no hirer with bookings to come", async () => {
    const store = await openSchool();
    const booked = await store.database.selectFrom("series").select("hirer_id").executeTakeFirst();
    const idle = await makeHirer(await makeServices({ store, schools: [] }));
    await store.close();
    const live = await run(["people", "erase", "--hirer", booked?.hirer_id ?? "", "--yes"]);
    expect(live).toMatchObject({ exitCode: 3, stdout: "" });
    expect(live.stderr).toMatch(/bookings to come[^]*\n {2}ysgol-y-bryn bok_/);
    const unsure = await run(["people", "erase", "--hirer", idle.id], { language: "cy" });
    expect(unsure).toMatchObject({ exitCode: 3, stderr: expect.stringContaining("--yes") });
    expect(await run(["people", "erase", "--hirer", idle.id, "--yes"])).toMatchObject({
      exitCode: 0,
      stdout: "erased hirer schools 0 bookings 0",
      stderr: expect.stringContaining("older backups"),
    });
    const person = ["people", "erase", "--email", "aelod@example.org"];
    expect(await run(person)).toMatchObject({ exitCode: 3, stdout: "" });
    expect(await run([...person, "--yes"])).toMatchObject({
      exitCode: 0,
      stdout: "erased person hirers 2",
    });
    expect(await run(["doctor"])).toMatchObject({ exitCode: 0 });
  });

  it("gives out and erases what plugins hold, and says what one of them has to keep", async () => {
    await run(["migrate"]);
    const store = await openSchool();
    const { id } = await makeHirer(await makeServices({ store, schools: [] }), { name: "Côr" });
    await store.database
      .withTables<PluginTables>()
      .insertInto("tariffs_documents")
      .values({
        school: "ysgol-y-bryn",
        kind: "invoice",
        number: 1,
        booking: "bok_1",
        hirer: id,
        issued_at: Date.now(),
        document: JSON.stringify({ hirer: { id, name: "Côr" }, booking: {}, issuedAt: 0 }),
      })
      .execute();
    await store.database
      .withTables<PluginTables>()
      .insertInto("calendar_feed_links")
      .values({
        school: "ysgol-y-bryn",
        link: "lnk_1",
        secret_hash: "",
        hirer: id,
        language: "cy",
        created_at: 0,
      })
      .execute();
    await store.close();
    const plugins = async (file: string) => {
      await run(["people", "export", file, "--hirer", id]);
      const held = JSON.parse(readFileSync(join(directory, file), "utf8")) as { plugins: object };
      return Object.keys(held.plugins).toSorted();
    };
    expect(await plugins("before.json")).toEqual(["calendar-feed", "tariffs"]);
    const erased = await run(["people", "erase", "--hirer", id, "--yes"]);
    expect(erased).toMatchObject({ exitCode: 0, stdout: "erased hirer schools 0 bookings 0" });
    expect(erased.stderr).toContain("Still kept in tariffs_documents (1): The hirer's name");
    expect(erased.stderr).toContain("Value Added Tax Act 1994");
    expect(erased.stderr).not.toContain("calendar_feed");
    expect(await plugins("after.json")).toEqual(["tariffs"]);
  });

  it("wants to know whom: a hirer or an address, one of them", async () => {
    const both = ["--hirer", "hir_1", "--email", "a@example.org"];
    for (const subject of [[], both, ["--email", "nobody"]]) {
      expect(await run(["people", "erase", ...subject])).toMatchObject({
        exitCode: 3,
        stderr: expect.stringContaining("Say whom"),
      });
    }
    expect(await run(["people", "erase", "--hirer", "hir_1", "--yes"])).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('no hirer "hir_1"'),
    });
  });
});
