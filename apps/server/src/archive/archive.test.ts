import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkLedger } from "../../test/fixtures/check-ledger.ts";
import { livedInSchool } from "../../test/fixtures/lived-in-school.ts";
import { makeServices, type TestServices } from "../../test/fixtures/make-services.ts";
import { SCHOOL } from "../../test/fixtures/school-definition.ts";
import { changeHirer } from "../hirers/change-hirer.ts";
import { readHirer } from "../hirers/read-hirer.ts";
import { readBooking } from "../ledger/read-booking.ts";
import { requestBooking } from "../ledger/request-booking.ts";
import { schoolRevision } from "../ledger/school-model.ts";
import { tuesdays } from "../../test/fixtures/tuesdays.ts";
import { importArchive } from "./import-archive.ts";
import { parseArchive } from "./parse-archive.ts";
import { writeArchive } from "./write-archive.ts";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "neuadd-archive-"));
});

afterEach(() => rmSync(directory, { recursive: true }));

let written = 0;

async function exported({ store }: Pick<TestServices, "store">): Promise<string> {
  written += 1;
  const path = join(directory, `${written}.jsonl`);
  await writeArchive(store, SCHOOL, path);
  return readFileSync(path, "utf8");
}

describe("an archive", () => {
  it("moves a school without loss: what is exported again is the same text", async () => {
    const { services, approved, hirers } = await livedInSchool();
    const text = await exported(services);
    const elsewhere = await makeServices({ schools: [] });
    const moved = await importArchive(elsewhere, parseArchive(text));
    expect(moved).toEqual({
      school: SCHOOL,
      revision: await schoolRevision(services, SCHOOL),
      bookings: 3,
      keptHirers: 0,
    });
    expect(await exported(elsewhere)).toBe(text);
    expect(await readBooking(elsewhere, SCHOOL, approved)).toEqual(
      await readBooking(services, SCHOOL, approved),
    );
    expect(await readHirer(elsewhere, hirers[0])).toEqual(await readHirer(services, hirers[0]));
    expect(await checkLedger(elsewhere.store)).toEqual([]);
    expect(elsewhere.announced).toEqual([SCHOOL]);
  });

  it("lets the school go on where it was: its claims hold, its ledger has no gap", async () => {
    const { services, hirers } = await livedInSchool();
    const elsewhere = await makeServices({ schools: [] });
    await importArchive(elsewhere, parseArchive(await exported(services)));
    const request = tuesdays(hirers[1], {
      space: "sports-hall-court-1",
      onClash: { policy: "refuse" },
    });
    await expect(requestBooking(elsewhere, SCHOOL, "system", request)).rejects.toMatchObject({
      code: "SERIES_NOT_BOOKABLE",
    });
    const { booking } = await requestBooking(
      elsewhere,
      SCHOOL,
      "system",
      tuesdays(hirers[1], { space: "community-room" }),
    );
    expect(booking.revision).toBe(((await schoolRevision(services, SCHOOL)) ?? 0) + 1);
    expect(await checkLedger(elsewhere.store)).toEqual([]);
  });

  it("is a file that its owner alone may read, and never overwrites one", async () => {
    const { store } = await makeServices();
    const path = join(directory, "school.jsonl");
    await writeArchive(store, SCHOOL, path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const before = readFileSync(path, "utf8");
    await expect(writeArchive(store, SCHOOL, path)).rejects.toMatchObject({ code: "EEXIST" });
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  it("leaves no file for a school that is not there", async () => {
    const { store } = await makeServices({ schools: [] });
    const path = join(directory, "school.jsonl");
    await expect(writeArchive(store, SCHOOL, path)).rejects.toMatchObject({
      code: "SCHOOL_UNKNOWN",
    });
    expect(() => statSync(path)).toThrow("ENOENT");
  });

  it("holds no key, and can be read line by line", async () => {
    const { services } = await livedInSchool();
    const lines = (await exported(services)).trimEnd().split("\n");
    const kinds = lines.map((line) => (JSON.parse(line) as { kind: string }).kind);
    expect([...new Set(kinds)]).toEqual([
      "school",
      "definition",
      "hirer",
      "booking",
      "block",
      "claim",
      "event",
      "end",
    ]);
    expect(kinds.filter((kind) => kind === "definition")).toHaveLength(2);
  });
});

describe("importArchive", () => {
  it("adds a school to others, and never takes the place of one", async () => {
    const { services } = await livedInSchool();
    const text = await exported(services);
    await expect(importArchive(services, parseArchive(text))).rejects.toMatchObject({
      code: "SCHOOL_PRESENT",
      sentence: { cy: expect.stringContaining(SCHOOL), en: expect.stringContaining(SCHOOL) },
    });
    expect(await exported(services)).toBe(text);
  });

  it("keeps the newer version of a hirer who is there already", async () => {
    const { services, hirers } = await livedInSchool();
    const before = await exported(services);
    const elsewhere = await makeServices({ schools: [] });
    await importArchive(elsewhere, parseArchive(before));
    await elsewhere.store.database.deleteFrom("claims").execute();
    await changeHirer(elsewhere, hirers[0], { name: "Enw newydd" }, { revision: 1 });
    for (const table of ["occurrences", "series", "blocks", "events"] as const) {
      await elsewhere.store.database.deleteFrom(table).execute();
    }
    for (const table of ["hirer_schools", "school_definitions", "schools"] as const) {
      await elsewhere.store.database.deleteFrom(table).execute();
    }
    await changeHirer(services, hirers[1], { name: "Côr newydd" }, { revision: 1 });
    const moved = await importArchive(elsewhere, parseArchive(await exported(services)));
    expect(moved.keptHirers).toBe(1);
    expect((await readHirer(elsewhere, hirers[0])).name).toBe("Enw newydd");
    expect((await readHirer(elsewhere, hirers[1])).name).toBe("Côr newydd");
  });

  it("lets plugins go on from where they were, and tells new ones nothing old", async () => {
    const { services } = await livedInSchool();
    const cursor = { school_id: SCHOOL, attempts: 2, next_attempt_at: 5, lease_until: 0 };
    await services.store.database
      .insertInto("listener_cursors")
      .values({ ...cursor, listener_id: "mail", revision: 3, ordinal: 0, lease_holder: null })
      .execute();
    const archive = parseArchive(await exported(services));
    const elsewhere = await makeServices({ schools: [] });
    await elsewhere.store.database
      .insertInto("listener_cursors")
      .values({
        ...cursor,
        school_id: "another",
        listener_id: "feed",
        revision: 9,
        ordinal: 0,
        lease_holder: null,
      })
      .execute();
    await importArchive(elsewhere, archive);
    const rows = await elsewhere.store.database
      .selectFrom("listener_cursors")
      .select(["listener_id", "revision", "attempts"])
      .where("school_id", "=", SCHOOL)
      .orderBy("listener_id")
      .execute();
    expect(rows).toEqual([
      { listener_id: "feed", revision: archive.school.revision, attempts: 0 },
      { listener_id: "mail", revision: 3, attempts: 0 },
    ]);
  });

  it("refuses a ledger that contradicts itself, and changes nothing", async () => {
    const { services } = await livedInSchool();
    await services.store.database
      .deleteFrom("claims")
      .where("leaf_id", "=", "sports-hall-court-3")
      .execute();
    const text = await exported(services);
    const elsewhere = await makeServices({ schools: [] });
    await expect(importArchive(elsewhere, parseArchive(text))).rejects.toMatchObject({
      code: "ARCHIVE_UNSOUND",
      details: [{ en: expect.stringMatching(/^CLAIM_MISSING: bok_/) }],
    });
    expect(await schoolRevision(elsewhere, SCHOOL)).toBeUndefined();
    expect(await elsewhere.store.database.selectFrom("hirers").selectAll().execute()).toEqual([]);
  });
});

describe("parseArchive", () => {
  function faultsOf(text: string): string[] {
    try {
      parseArchive(text);
    } catch (error) {
      return (error as { details: { en: string; cy: string }[] }).details.map(({ en }) => en);
    }
    return [];
  }

  it("notices a line that is missing, altered or cut off", async () => {
    const { services } = await livedInSchool();
    const text = await exported(services);
    const lines = text.trimEnd().split("\n");
    expect(faultsOf(text)).toEqual([]);
    expect(faultsOf(text.slice(0, -2))).toEqual([expect.stringContaining("not whole")]);
    expect(faultsOf(`${lines.slice(0, -1).join("\n")}\n`)).toEqual([
      expect.stringContaining("not whole"),
    ]);
    expect(faultsOf(`${lines.toSpliced(3, 1).join("\n")}\n`)).toEqual([
      expect.stringContaining("not whole"),
    ]);
    expect(faultsOf(text.replace("Badminton nos Fawrth", "Badminton nos Lun"))).toEqual([
      expect.stringContaining("altered"),
    ]);
  });

  it("tells the lines that are not of the form, and what is no archive at all", async () => {
    const { services } = await livedInSchool();
    const lines = (await exported(services)).trimEnd().split("\n");
    const broken = lines.with(4, "{").with(5, '{"kind":"booking","id":1}');
    expect(faultsOf(`${broken.join("\n")}\n`)).toEqual([
      "Line 5: it is not JSON.",
      expect.stringMatching(/^Line 6, \/id/),
    ]);
    for (const text of ["{}\n", '{"kind":"school","format":"neuadd-school","version":2}\n']) {
      expect(faultsOf(text)).toEqual([expect.stringContaining("first line")]);
    }
    expect(faultsOf("")).toEqual([expect.stringContaining("first line")]);
    expect(faultsOf("{}")).toEqual([expect.stringContaining("not whole")]);
  });
});
