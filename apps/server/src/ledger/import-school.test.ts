import { CoreError } from "@neuadd/core";
import { describe, expect, it } from "vitest";
import { makeServices } from "../../test/fixtures/make-services.ts";
import { SCHOOL, schoolDefinition, schoolLike } from "../../test/fixtures/school-definition.ts";
import { importSchool } from "./import-school.ts";
import { readEvents } from "./read-events.ts";
import { listSchools } from "./list-schools.ts";
import { readSchool, schoolRevision } from "./school-model.ts";

async function faultsOf(input: unknown) {
  const services = await makeServices();
  try {
    await importSchool(services, "system", input);
  } catch (error) {
    if (!(error instanceof CoreError)) throw error;
    expect(error.code).toBe("IMPORT_INVALID");
    expect(await schoolRevision(services, SCHOOL)).toBe(1);
    return error.faults;
  } finally {
    await services.store.close();
  }
  throw new Error("The import was accepted.");
}

describe("importSchool", () => {
  it("makes a school at revision 1, with one event", async () => {
    const services = await makeServices({ schools: [] });
    expect(await importSchool(services, "key:key_1", schoolDefinition)).toEqual({
      school: SCHOOL,
      created: true,
      changed: true,
      revision: 1,
      affected: [],
    });
    const { revision, school, tree } = await readSchool(services, SCHOOL);
    expect([revision, school.name.cy, tree.leaves.get("sports-hall-a")]).toEqual([
      1,
      "Ysgol y Bryn",
      ["sports-hall-court-1", "sports-hall-court-2"],
    ]);
    expect(await readEvents(services, SCHOOL, 0, 10)).toEqual([
      {
        school: SCHOOL,
        revision: 1,
        ordinal: 0,
        type: "school.imported",
        at: services.clock.now(),
        actor: "key:key_1",
        data: { created: true, affected: 0 },
      },
    ]);
    expect(services.announced).toEqual([SCHOOL]);
  });

  it("changes nothing when the file says the same again", async () => {
    const services = await makeServices();
    expect(await importSchool(services, "system", structuredClone(schoolDefinition))).toEqual({
      school: SCHOOL,
      created: false,
      changed: false,
      revision: 1,
      affected: [],
    });
    expect(await schoolRevision(services, SCHOOL)).toBe(1);
    expect(services.announced).toEqual([]);
  });

  it("changes the school to what the file says now", async () => {
    const services = await makeServices();
    const result = await importSchool(
      services,
      "system",
      schoolLike(SCHOOL, { name: { cy: "Ysgol y Bryn", en: "Hill School" }, authority: "torfaen" }),
    );
    expect(result).toMatchObject({ created: false, changed: true, revision: 2 });
    const state = await readSchool(services, SCHOOL);
    expect([state.revision, state.definitionRevision, state.school.name.en]).toEqual([
      2,
      2,
      "Hill School",
    ]);
    expect((await listSchools(services)).map(({ authority }) => authority)).toEqual(["torfaen"]);
  });

  it("uses the calendar layers that come with Neuadd by their ids, each before those of its scope", async () => {
    const services = await makeServices({ schools: [] });
    const [bankHolidays, terms, own] = schoolDefinition.calendar.layers;
    await importSchool(services, "system", {
      ...schoolDefinition,
      calendar: {
        use: ["wales-term-dates", "bank-holidays-england-and-wales"],
        layers: [{ id: "authority-days", scope: "authority", source: "Authority" }, own],
      },
    });
    const { calendar } = await readSchool(services, SCHOOL);
    expect(calendar.layers.map(({ id }) => id)).toEqual([
      bankHolidays?.id,
      terms?.id,
      "authority-days",
      "ysgol-y-bryn",
    ]);
  });

  it("lists every fault of shape with its path", async () => {
    const { zone: _zone, ...school } = schoolDefinition.school;
    const faults = await faultsOf({
      ...schoolDefinition,
      school: { ...school, phases: ["nonsense"], colour: "red" },
      extra: 1,
    });
    expect(faults.map(({ path }) => path).toSorted()).toEqual([
      "/extra",
      "/school/colour",
      "/school/phases/0",
      "/school/zone",
    ]);
  });

  it("lists the faults of the tree and of the calendar together, as the file has them", async () => {
    const [site] = schoolDefinition.premises;
    const faults = await faultsOf({
      ...schoolDefinition,
      premises: [
        {
          ...site,
          spaces: [
            {
              id: "annexe",
              parent: "nowhere",
              kind: "classroom",
              capacity: 30,
              name: { cy: "Atodiad", en: "Annexe" },
            },
          ],
        },
      ],
      calendar: {
        use: ["bank-holidays-england-and-wales", "wales-term-dates"],
        layers: [
          {
            id: "own",
            scope: "school",
            source: "School",
            entries: [{ first: "2026-10-02", last: "2026-10-01", kind: "closure" }],
          },
        ],
      },
    });
    expect(faults.map(({ path }) => path)).toEqual([
      "/premises/0/spaces/0/parent",
      "/calendar/layers/0/entries/0/last",
    ]);
  });

  it.each([[undefined], [null], [[]], ["text"], [{}]])("refuses %j", async (input) => {
    expect((await faultsOf(input)).length).toBeGreaterThan(0);
  });

  it("knows no school that was never imported", async () => {
    const services = await makeServices();
    expect(await schoolRevision(services, "ysgol-arall")).toBeUndefined();
    await expect(readSchool(services, "ysgol-arall")).rejects.toMatchObject({
      code: "SCHOOL_UNKNOWN",
    });
  });
});
