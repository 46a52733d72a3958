import { describe, expect, it } from "vitest";
import { statementNames } from "./statement-names.ts";

const REVISION = `select "revision" from "schools" where "school_id" = $1`;

/** The names that a statement has the first time that it comes, the second and the third. */
function threeTimes(
  sql: string,
  parameters: readonly unknown[] = ["ysgol"],
): (string | undefined)[] {
  const names = statementNames();
  return [1, 2, 3].map(() => names.nameOf(sql, parameters));
}

describe("statementNames", () => {
  it("names a text when it comes again, and always alike", () => {
    expect(threeTimes(REVISION)).toEqual([undefined, "neuadd_0", "neuadd_0"]);
  });

  it("names no two texts alike", () => {
    const names = statementNames();
    const texts = [REVISION, REVISION.replace("revision", "authority_id")];
    for (const text of texts) names.nameOf(text, ["ysgol"]);
    expect(texts.map((text) => names.nameOf(text, ["ysgol"]))).toEqual(["neuadd_0", "neuadd_1"]);
  });

  it.each([
    ["has a star, since its columns may become others", `select * from "schools"`, []],
    ["only steers", "savepoint contained_reads", []],
    ["changes tables", `create table "visits" ("id" text)`, []],
    ["has very many values", REVISION, Array.from({ length: 1_501 }, () => "ysgol")],
  ])("leaves one unnamed that %s", (_, sql, parameters) => {
    expect(threeTimes(sql, parameters)).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    { values: 0, most: 256 },
    { values: 40, most: 256 },
    { values: 520, most: 23 },
  ])("names $most texts of $values values and no more, however many come", ({ values, most }) => {
    const names = statementNames();
    const parameters = Array.from({ length: values }, () => "ysgol");
    const given = new Set<string>();
    for (let number = 0; number < 1_000; number += 1) {
      const sql = `select ${number}`;
      names.nameOf(sql, parameters);
      const name = names.nameOf(sql, parameters);
      if (name !== undefined) given.add(name);
    }
    expect(given.size).toBe(most);
  });
});
