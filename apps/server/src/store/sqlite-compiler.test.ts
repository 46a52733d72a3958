import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { openSqliteStore } from "./sqlite.ts";

describe("limits in statements for SQLite", () => {
  it("stand there as numbers, and bound only where they come from elsewhere", async () => {
    const store = openSqliteStore({ file: ":memory:" });
    const schools = store.database.selectFrom("schools").select("school_id");
    const { sql: text, parameters } = schools.where("school_id", ">", "a").limit(7).compile();
    expect(text).toMatch(/limit 7$/);
    expect(parameters).toEqual(["a"]);
    expect(schools.limit(9n).compile().sql).toMatch(/limit 9$/);
    expect(schools.limit(sql<number>`${3} + ${4}`).compile().parameters).toEqual([3, 4]);
    await store.close();
  });

  it("leave as many rows as they say", async () => {
    const store = openSqliteStore({ file: ":memory:" });
    await store.migrate();
    const row = { authority_id: "a", revision: 1, definition_revision: 1 };
    await store.database
      .insertInto("schools")
      .values(["s1", "s2", "s3"].map((school_id) => ({ school_id, ...row })))
      .execute();
    const schools = store.database.selectFrom("schools").select("school_id").orderBy("school_id");
    expect(await schools.limit(2).execute()).toEqual([{ school_id: "s1" }, { school_id: "s2" }]);
    expect(await schools.limit(2).offset(2).execute()).toEqual([{ school_id: "s3" }]);
    await store.close();
  });
});

describe("values that a column is compared with in SQLite", () => {
  it("are bound where the planner does not look at them, and compare as they did", async () => {
    const store = openSqliteStore({ file: ":memory:" });
    await store.migrate();
    const row = { authority_id: "07", definition_revision: 1 };
    await store.database
      .insertInto("schools")
      .values([
        { school_id: "1", revision: 7, ...row },
        { school_id: "01", revision: 70, ...row },
      ])
      .execute();
    const schools = store.database.selectFrom("schools").select("school_id");
    const byRevision = schools.where("school_id", "=", "1").where("revision", "<", 70);
    expect(byRevision.compile().sql).toContain('"school_id" = +? and "revision" < +?');
    expect(await byRevision.execute()).toEqual([{ school_id: "1" }]);
    expect(await schools.where("authority_id", "=", "7").execute()).toEqual([]);
    expect(await schools.where("authority_id", "=", "07").execute()).toHaveLength(2);
    const none = schools.where("revision", "is", null).compile().sql;
    expect(none).toMatch(/"revision" is null$/);
    await store.close();
  });

  it("still lead to the rows by the key", async () => {
    const store = openSqliteStore({ file: ":memory:" });
    await store.migrate();
    const query = store.database
      .selectFrom("events")
      .selectAll()
      .where("school_id", "=", "s")
      .where("revision", ">=", 3);
    const plan = await query.explain<{ detail: string }>(undefined, sql`query plan`);
    expect(plan.map(({ detail }) => detail).join("\n")).toContain(
      "SEARCH events USING PRIMARY KEY (school_id=? AND revision>?)",
    );
    await store.close();
  });
});
