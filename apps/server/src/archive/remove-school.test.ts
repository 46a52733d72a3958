import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { livedInSchool } from "../../test/fixtures/lived-in-school.ts";
import { makeServices, type TestServices } from "../../test/fixtures/make-services.ts";
import { SCHOOL, schoolLike } from "../../test/fixtures/school-definition.ts";
import { tuesdays } from "../../test/fixtures/tuesdays.ts";
import { issueKey } from "../keys/issue-key.ts";
import { importSchool } from "../ledger/import-school.ts";
import { requestBooking } from "../ledger/request-booking.ts";
import { schoolRevision } from "../ledger/school-model.ts";
import { importArchive } from "./import-archive.ts";
import { parseArchive } from "./parse-archive.ts";
import { removeSchool } from "./remove-school.ts";
import { writeArchive } from "./write-archive.ts";

const NEIGHBOUR = "ysgol-y-cwm";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "neuadd-remove-"));
});

afterEach(() => rmSync(directory, { recursive: true }));

let written = 0;

async function exported({ store }: Pick<TestServices, "store">, school = SCHOOL) {
  written += 1;
  const path = join(directory, `${written}.jsonl`);
  await writeArchive(store, school, path);
  return readFileSync(path, "utf8");
}

/** A school in which much has happened, beside one that one of its hirers books at too. */
async function twoSchools() {
  const school = await livedInSchool();
  const { services, hirers } = school;
  await importSchool(services, "system", schoolLike(NEIGHBOUR));
  await requestBooking(services, NEIGHBOUR, "system", tuesdays(hirers[0]));
  return school;
}

describe("removeSchool", () => {
  it("leaves nothing of the school, and its neighbour as it was", async () => {
    const { services, hirers } = await twoSchools();
    const { database } = services.store;
    for (const [kind, owner] of [
      ["school", SCHOOL],
      ["school", NEIGHBOUR],
      ["hirer", hirers[0]],
      ["hirer", hirers[1]],
    ] as const) {
      await issueKey(services, { kind, owner, label: "office" });
    }
    const neighbour = await exported(services, NEIGHBOUR);
    const text = await exported(services);
    await removeSchool(services, parseArchive(text));
    expect(await schoolRevision(services, SCHOOL)).toBeUndefined();
    expect(await exported(services, NEIGHBOUR)).toBe(neighbour);
    const keys = await database.selectFrom("api_keys").select("owner_id").execute();
    expect(keys.map(({ owner_id }) => owner_id).toSorted()).toEqual(
      [NEIGHBOUR, hirers[0]].toSorted(),
    );
    const known = await database.selectFrom("hirers").select("hirer_id").execute();
    expect(known).toEqual([{ hirer_id: hirers[0] }]);
    // Nothing is in the way of its coming back.
    await importArchive(services, parseArchive(text));
    expect(await exported(services)).toBe(text);
  });

  it("changes nothing where something has happened since it was exported", async () => {
    const { services, hirers } = await twoSchools();
    const archive = parseArchive(await exported(services));
    const late = tuesdays(hirers[1], { space: "community-room" });
    await requestBooking(services, SCHOOL, "system", late);
    const before = await exported(services);
    await expect(removeSchool(services, archive)).rejects.toMatchObject({ code: "ARCHIVE_BEHIND" });
    expect(await exported(services)).toBe(before);
  });

  it("knows no school that is not there", async () => {
    const { services } = await twoSchools();
    const archive = parseArchive(await exported(services));
    const elsewhere = await makeServices({ schools: [] });
    await expect(removeSchool(elsewhere, archive)).rejects.toMatchObject({
      code: "SCHOOL_UNKNOWN",
    });
  });
});
