import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Plugin } from "@neuadd/plugin-kit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkLedger } from "../../test/fixtures/check-ledger.ts";
import { makeServices, type TestServices } from "../../test/fixtures/make-services.ts";
import { SCHOOL } from "../../test/fixtures/school-definition.ts";
import { LAST_ORDINAL } from "../plugins/listener-cursor.ts";
import { migratePlugins } from "../plugins/migrate-plugins.ts";
import { schoolRevision } from "../ledger/school-model.ts";
import { importArchive } from "./import-archive.ts";
import { leaveOutPlugins } from "./leave-out-plugins.ts";
import { parseArchive, type SchoolArchive } from "./parse-archive.ts";
import { writeArchive } from "./write-archive.ts";

/** Of every type that a plugin could think of, and with a table of no school beside it. */
const notes: Plugin = {
  id: "late-notes",
  migrations: {
    "1_lines": {
      async up(database) {
        await database.schema
          .createTable("late_notes_lines")
          .addColumn("school", "text", (column) => column.notNull())
          .addColumn("line", "text", (column) => column.notNull())
          .addColumn("at", "bigint")
          .addColumn("share", "double precision")
          .addColumn("is_read", "boolean")
          .addColumn("about", "json")
          .addColumn("seal", "bytea")
          .addPrimaryKeyConstraint("late_notes_lines_key", ["school", "line"])
          .execute();
        await database.schema
          .createTable("late_notes_colours")
          .addColumn("colour", "text", (column) => column.primaryKey())
          .execute();
      },
    },
  },
  setup: () => ({}),
};
const later: Plugin = {
  ...notes,
  migrations: { ...notes.migrations, "2_more": { up: async () => undefined } },
};
/** Its id begins as that of the other does, and it ran before that one came. */
const late: Plugin = { ...notes, id: "late", migrations: { "1_none": { up: async () => {} } } };

const LINES = [
  {
    line: "nodyn",
    at: 1_790_000_000_001,
    share: 0.25,
    is_read: 1,
    about: '{"a":1}',
    seal: Buffer.from([0, 255, 10]),
  },
  { line: "Ŵyl\n", at: null, share: null, is_read: 0, about: null, seal: null },
];

let directory: string;
const opened: TestServices[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "neuadd-plugin-rows-"));
});

afterEach(async () => {
  rmSync(directory, { recursive: true });
  for (const { store } of opened.splice(0)) await store.close();
});

type Rows = Record<string, Record<string, unknown>>;

async function serverWith(plugin: Plugin | undefined, hasSchool = false): Promise<TestServices> {
  const services = await makeServices(hasSchool ? {} : { schools: [] });
  opened.push(services);
  if (plugin !== undefined) await migratePlugins([plugin], services);
  return services;
}

async function note(services: TestServices, school: string, lines = LINES): Promise<void> {
  const values = lines.map((line) => ({ school, ...line }));
  const database = services.store.database.withTables<Rows>();
  await database.insertInto("late_notes_lines").values(values).execute();
}

let written = 0;

async function exported({ store }: TestServices): Promise<string> {
  written += 1;
  const path = join(directory, `${written}.jsonl`);
  await writeArchive(store, SCHOOL, path);
  return readFileSync(path, "utf8");
}

async function archived(plugin = notes): Promise<{ text: string; archive: SchoolArchive }> {
  const services = await serverWith(plugin, true);
  await note(services, SCHOOL);
  const text = await exported(services);
  return { text, archive: parseArchive(text) };
}

describe("what plugins keep of a school", () => {
  it("goes with it, and is the same text when it is exported again", async () => {
    const { text, archive } = await archived();
    expect(archive.of("plugin")).toEqual([
      { kind: "plugin", plugin: "late-notes", migrations: ["1_lines"] },
    ]);
    expect(archive.of("pluginRow").map(({ row }) => row)).toEqual([
      { ...LINES[0], seal: { base64: "AP8K" } },
      LINES[1],
    ]);
    const elsewhere = await serverWith(notes);
    await note(elsewhere, "another");
    await importArchive(elsewhere, archive);
    expect(await exported(elsewhere)).toBe(text);
    expect(await checkLedger(elsewhere.store)).toEqual([]);
  });

  it("does not depend on the order in which it was written", async () => {
    const { text } = await archived();
    const services = await serverWith(notes, true);
    await note(services, "another");
    await note(services, SCHOOL, LINES.toReversed());
    const lines = parseArchive(await exported(services)).of("pluginRow");
    expect(lines).toEqual(parseArchive(text).of("pluginRow"));
  });

  it("is of the plugin whose name is the longer, where one's begins another's", async () => {
    const services = await serverWith(late, true);
    await migratePlugins([notes], services);
    await note(services, SCHOOL);
    const named = parseArchive(await exported(services)).of("plugin");
    expect(named.map(({ plugin }) => plugin)).toEqual(["late-notes"]);
  });

  it("asks for no plugin that keeps nothing of the school", async () => {
    const services = await serverWith(notes, true);
    await note(services, "another");
    const elsewhere = await serverWith(undefined);
    const moved = await importArchive(elsewhere, parseArchive(await exported(services)));
    expect(moved.school).toBe(SCHOOL);
  });
});

describe("an archive with what plugins keep", () => {
  it("is refused where the plugin is missing, in both languages, before anything is written", async () => {
    const { archive } = await archived();
    const elsewhere = await serverWith(undefined);
    await expect(importArchive(elsewhere, archive)).rejects.toMatchObject({
      code: "PLUGINS_DIFFER",
      details: [
        {
          cy: expect.stringMatching(/"late-notes".*neuadd migrate.*--without late-notes/),
          en: expect.stringMatching(/"late-notes".*neuadd migrate.*--without late-notes/),
        },
      ],
    });
    expect(await schoolRevision(elsewhere, SCHOOL)).toBeUndefined();
  });

  it.each([
    ["an older", later, notes, "not here: 2_more; those that are only here: none"],
    ["a newer", notes, later, "not here: none; those that are only here: 2_more"],
  ] as const)("is refused by %s version of the plugin", async (_which, from, to, says) => {
    const { archive } = await archived(from);
    const elsewhere = await serverWith(to);
    await expect(importArchive(elsewhere, archive)).rejects.toMatchObject({
      code: "PLUGINS_DIFFER",
      details: [{ cy: expect.stringContaining("2_more"), en: expect.stringContaining(says) }],
    });
    expect(await schoolRevision(elsewhere, SCHOOL)).toBeUndefined();
  });

  it("is refused where the plugin keeps things of such a school already, and changes none", async () => {
    const { archive } = await archived();
    const elsewhere = await serverWith(notes);
    await note(elsewhere, SCHOOL, LINES.slice(1));
    await expect(importArchive(elsewhere, archive)).rejects.toMatchObject({
      code: "SCHOOL_PRESENT",
      sentence: { en: expect.stringContaining("late_notes_lines") },
    });
    expect(await schoolRevision(elsewhere, SCHOOL)).toBeUndefined();
    const rows = elsewhere.store.database.withTables<Rows>().selectFrom("late_notes_lines");
    expect(await rows.selectAll().execute()).toHaveLength(1);
  });

  it.each([
    ["of a table that is not the plugin's", { table: "claims" }],
    ["of a table without schools", { table: "late_notes_colours", row: { colour: "coch" } }],
    ["that names its school", { row: { ...LINES[1], school: "another" } }],
    ["with a column too few", { row: { line: "x" } }],
    ["of a plugin that no line names", { plugin: "late" }],
  ])("is refused with a row %s", async (_which, change) => {
    const { archive } = await archived();
    const [row] = archive.of("pluginRow");
    const altered = {
      ...archive,
      of: (kind: string) =>
        kind === "pluginRow" ? [{ ...row, ...change }] : archive.of(kind as "plugin"),
    } as SchoolArchive;
    const elsewhere = await serverWith(notes);
    await expect(importArchive(elsewhere, altered)).rejects.toMatchObject({
      code: "ARCHIVE_INVALID",
      details: [{ en: expect.stringContaining("does not fit") }],
    });
    expect(await schoolRevision(elsewhere, SCHOOL)).toBeUndefined();
  });
});

describe("a plugin that is left out of an archive", () => {
  /** An archive with what one plugin keeps, and with the places and dead letters of two. */
  async function listened(): Promise<SchoolArchive> {
    const services = await serverWith(notes, true);
    await note(services, SCHOOL);
    for (const listener_id of ["late-notes", "post"]) {
      const place = { school_id: SCHOOL, listener_id, revision: 1, ordinal: 0 };
      await services.store.database
        .insertInto("listener_cursors")
        .values({ ...place, attempts: 0, next_attempt_at: 0, lease_holder: null, lease_until: 0 })
        .execute();
      await services.store.database
        .insertInto("dead_letters")
        .values({ ...place, error: "Error: no", failed_at: 0 })
        .execute();
    }
    return parseArchive(await exported(services));
  }

  it("is not asked for at the new place, where the rest is as it was", async () => {
    const whole = await listened();
    const { archive, omitted } = leaveOutPlugins(whole, ["late-notes", "late-notes"]);
    expect([...omitted]).toEqual([["late-notes", 2]]);
    const elsewhere = await serverWith(undefined);
    const moved = await importArchive(elsewhere, archive);
    expect(moved.revision).toBe(whole.school.revision);
    expect(await checkLedger(elsewhere.store)).toEqual([]);
    const again = parseArchive(await exported(elsewhere));
    for (const kind of ["definition", "hirer", "booking", "block", "claim", "event"] as const) {
      expect(again.of(kind)).toEqual(whole.of(kind));
    }
    expect(again.of("listener").map(({ id }) => id)).toEqual(["post"]);
    expect(again.of("deadLetter").map(({ listener }) => listener)).toEqual(["post"]);
    expect([again.of("plugin"), again.of("pluginRow")]).toEqual([[], []]);
  });

  it("begins with the present where it is there, also in another version", async () => {
    const { archive } = leaveOutPlugins(await listened(), ["late-notes"]);
    const elsewhere = await serverWith(later);
    await elsewhere.store.database
      .insertInto("listener_cursors")
      .values({
        school_id: "another",
        listener_id: "late-notes",
        revision: 1,
        ordinal: 0,
        attempts: 0,
        next_attempt_at: 0,
        lease_holder: null,
        lease_until: 0,
      })
      .execute();
    await importArchive(elsewhere, archive);
    expect(parseArchive(await exported(elsewhere)).of("listener")).toEqual([
      {
        kind: "listener",
        id: "late-notes",
        revision: archive.school.revision,
        ordinal: LAST_ORDINAL,
      },
      { kind: "listener", id: "post", revision: 1, ordinal: 0 },
    ]);
  });

  it("may be one that has only listened, and is refused if there is nothing of it", async () => {
    const whole = await listened();
    const { archive, omitted } = leaveOutPlugins(whole, ["post"]);
    expect([...omitted]).toEqual([["post", 0]]);
    expect(archive.of("plugin")).toEqual(whole.of("plugin"));
    expect(archive.of("listener").map(({ id }) => id)).toEqual(["late-notes"]);
    expect(() => leaveOutPlugins(whole, ["post", "late"])).toThrow(
      expect.objectContaining({
        code: "PLUGIN_ABSENT",
        sentence: {
          cy: expect.stringMatching(/ategyn "late" .*: late-notes, post\.$/),
          en: expect.stringMatching(/plugin "late" .*: late-notes, post\.$/),
        },
      }),
    );
  });
});
