import { describe, expect, it, onTestFinished } from "vitest";
import { definePlugin } from "../define-plugin.ts";
import { openTestHost } from "./open-test-host.ts";

interface NoteTables {
  notes_kept: { school: string; note: string };
  notes_words: { word: string };
}

const notes = definePlugin({
  id: "notes",
  migrations: {
    "0001_tables": {
      async up(database) {
        await database.schema
          .createTable("notes_kept")
          .addColumn("school", "text", (column) => column.notNull())
          .addColumn("note", "text", (column) => column.notNull())
          .addPrimaryKeyConstraint("notes_kept_key", ["school", "note"])
          .execute();
        await database.schema
          .createTable("notes_words")
          .addColumn("word", "text", (column) => column.primaryKey())
          .execute();
      },
    },
    "0002_all": {
      up: async (database) => void (await database.deleteFrom("notes_kept").execute()),
    },
  },
  setup: () => ({}),
});

async function openTables() {
  const host = await openTestHost(notes);
  onTestFinished(() => host.close());
  return host.host.tables<NoteTables>();
}

describe("a test host", () => {
  it("refuses what writes at more schools than one, and says what to do", async () => {
    const tables = await openTables();
    const everywhere = tables.deleteFrom("notes_kept").where("note", "=", "keys").execute();
    await expect(everywhere).rejects.toMatchObject({ code: "SCHOOL_NOT_NAMED", plugin: "notes" });
    await expect(everywhere).rejects.toThrow('.where("school", "=", school)');
  });

  it("lets through what keeps to one school, what is of none, and reads", async () => {
    const tables = await openTables();
    await tables.insertInto("notes_kept").values({ school: "a", note: "keys" }).execute();
    await tables.insertInto("notes_words").values({ word: "allwedd" }).execute();
    await tables.deleteFrom("notes_words").execute();
    expect(await tables.selectFrom("notes_kept").select("note").execute()).toHaveLength(1);
    await tables.deleteFrom("notes_kept").where("school", "=", "a").execute();
  });
});
