import type { Kysely } from "kysely";
import { expect, it } from "vitest";
import { countedStatements } from "../../test/fixtures/counted-statements.ts";
import { makeServices } from "../../test/fixtures/make-services.ts";
import { schoolDefinition, schoolLike } from "../../test/fixtures/school-definition.ts";
import type { StoreSchema } from "../store/schema.ts";
import { importSchool } from "./import-school.ts";
import { listSchools } from "./list-schools.ts";
import { readSchool } from "./school-model.ts";

const NAMES = Array.from({ length: 1_200 }, (_, index) => `ysgol-${1_000 + index}`);

/** More schools than models of schools are kept in memory. */
async function manySchools() {
  const services = await makeServices({ schools: [] });
  await services.store.database.transaction().execute(async (database) => {
    for (const id of NAMES) await put(database, id);
  });
  return services;
}

async function put(database: Kysely<StoreSchema>, id: string): Promise<void> {
  const { school, premises } = schoolLike(id);
  const definition = JSON.stringify({ school, premises, calendar: { layers: [] } });
  await database
    .insertInto("schools")
    .values({ school_id: id, authority_id: "powys", revision: 1, definition_revision: 1 })
    .execute();
  await database
    .insertInto("school_definitions")
    .values({ school_id: id, revision: 1, definition })
    .execute();
}

it("lists each school as it was imported, by id", async () => {
  const services = await makeServices({ schools: [schoolLike("ysgol-y-cwm"), schoolDefinition] });
  const states = await Promise.all(
    [schoolDefinition.school.id, "ysgol-y-cwm"].toSorted().map((id) => readSchool(services, id)),
  );
  expect(await listSchools(services)).toEqual(states.map(({ school }) => school));
  await services.store.close();
});

it("takes a handful of statements for all of a country, and one when nothing has changed", async () => {
  const { store } = await manySchools();
  const { counted, statements } = countedStatements(store);
  const schools = await listSchools({ store: counted });
  expect(schools.map(({ id }) => id)).toEqual(NAMES);
  expect(statements()).toBeLessThan(8);
  const before = statements();
  expect(await listSchools({ store: counted })).toBe(schools);
  expect(statements() - before).toBe(1);
  await store.close();
});

it("tells a changed and a new school at once, also to a process that did not change them", async () => {
  const services = await makeServices({ schools: [schoolLike("a"), schoolLike("b")] });
  const other = { store: { ...services.store } };
  await Promise.all([listSchools(services), listSchools(other)]);
  const name = { cy: "Newydd", en: "New" };
  await importSchool(services, "system", schoolLike("b", { name }));
  await importSchool(services, "system", schoolLike("c", { name }));
  for (const reader of [services, other]) {
    const schools = await listSchools(reader);
    expect(schools.map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect(schools.filter((school) => school.name.en === "New").map(({ id }) => id)).toEqual([
      "b",
      "c",
    ]);
  }
  await services.store.close();
});

it("tells of a school that came in place of one that went, though their number is the same", async () => {
  const services = await manySchools();
  const { database } = services.store;
  await listSchools(services);
  const [gone = "", ...rest] = NAMES;
  await database.deleteFrom("school_definitions").where("school_id", "=", gone).execute();
  await database.deleteFrom("schools").where("school_id", "=", gone).execute();
  await put(database, "ysgol-9999");
  const ids = (await listSchools(services)).map(({ id }) => id);
  expect(ids).toEqual([...rest, "ysgol-9999"]);
  await services.store.close();
});
