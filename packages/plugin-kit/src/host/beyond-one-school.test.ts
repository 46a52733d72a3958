import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type OperationNodeSource,
} from "kysely";
import { describe, expect, it } from "vitest";
import { beyondOneSchool } from "./beyond-one-school.ts";

interface Tables {
  notes: { school: string; note: string; at: number };
  words: { word: string };
}

const database = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new PostgresIntrospector(of),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
const note = { note: "keys", at: 1 };
const old = database.selectFrom("notes").selectAll().where("at", "<", 1);

function found(statement: OperationNodeSource): string | undefined {
  return beyondOneSchool(statement.toOperationNode(), {
    column: "school",
    isIn: (table) => table === "notes",
  });
}

describe("beyondOneSchool", () => {
  it.each<[string, OperationNodeSource]>([
    ["a row", database.insertInto("notes").values({ school: "a", ...note })],
    [
      "rows of one school",
      database.insertInto("notes").values([
        { school: "a", ...note },
        { school: "a", note: "heating", at: 2 },
      ]),
    ],
    [
      "a row that may be there",
      database
        .insertInto("notes")
        .values({ school: "a", ...note })
        .onConflict((conflict) => conflict.columns(["school", "note"]).doUpdateSet({ at: 2 })),
    ],
    [
      "rows of one school that are copied",
      database
        .insertInto("notes")
        .columns(["school", "note", "at"])
        .expression(old.where("school", "=", "a")),
    ],
    ["a change", database.updateTable("notes").set({ at: 2 }).where("school", "=", "a")],
    [
      "a deletion, whatever the order of its conditions",
      database
        .deleteFrom("notes")
        .where((where) => where.and({ note: "keys", "notes.school": "a" }))
        .where("at", "<", 2),
    ],
    ["a lock", old.where("school", "=", "a").forUpdate()],
    ["a read of all schools", old],
    [
      "a change of what belongs to no school",
      database.updateTable("words").set({ word: "allwedd" }),
    ],
    ["text that only reads", sql`with old as (select at from notes) select at from old`],
  ])("finds nothing wrong with %s", (_name, statement) => {
    expect(found(statement)).toBeUndefined();
  });

  it.each<[string, OperationNodeSource]>([
    [
      "rows of two schools",
      database.insertInto("notes").values([
        { school: "a", ...note },
        { school: "b", ...note },
      ]),
    ],
    ["a row of no school", database.insertInto("notes").values({ ...note } as Tables["notes"])],
    [
      "rows of any school that are copied",
      database.insertInto("notes").columns(["school", "note", "at"]).expression(old),
    ],
    ["a change of all", database.updateTable("notes as n").set({ at: 2 })],
    ["a deletion of all that are old", database.deleteFrom("notes").where("at", "<", 1)],
    ["a deletion at other schools", database.deleteFrom("notes").where("school", "!=", "a")],
    [
      "a deletion at one of two schools",
      database.deleteFrom("notes").where((where) => where.or({ school: "a", note: "keys" })),
    ],
    [
      "a deletion at the schools of other rows",
      database.deleteFrom("notes").whereRef("school", "=", "note"),
    ],
    ["a lock on all that are old", old.forUpdate().skipLocked()],
    [
      "a merge",
      database.mergeInto("notes").using("words", "word", "note").whenMatched().thenDelete(),
    ],
    [
      "a deletion inside another statement",
      database
        .with("gone", (query) => query.deleteFrom("notes").returning("note"))
        .selectFrom("gone")
        .selectAll(),
    ],
  ])("names the table of %s", (_name, statement) => {
    expect(found(statement)).toBe("notes");
  });

  it("gives back text that writes or locks, whatever the table", () => {
    for (const text of [
      "delete from words",
      "UPDATE words SET word = 'x'",
      "select * from words for update",
      "with gone as (delete from notes returning note) select * from gone",
    ]) {
      expect(found(sql.raw(text))).toBe(text);
    }
  });
});
