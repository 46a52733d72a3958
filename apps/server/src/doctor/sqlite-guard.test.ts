import { describe, expect, it } from "vitest";
import { livedInSchool } from "../../test/fixtures/lived-in-school.ts";
import { SCHOOL } from "../../test/fixtures/school-definition.ts";
import { examineStore } from "./examine-store.ts";

describe("the doctor, where somebody has tampered with the tables", () => {
  it("finds an overlap, and the guard that let it in", async () => {
    const { services } = await livedInSchool();
    const { database } = services.store;
    await database.schema.dropTable("claims").execute();
    await database.schema
      .createTable("claims")
      .addColumn("school_id", "text")
      .addColumn("leaf_id", "text")
      .addColumn("starts_at", "integer")
      .addColumn("ends_at", "integer")
      .addColumn("kind", "text")
      .addColumn("owner_id", "text")
      .addColumn("local_date", "text")
      .execute();
    const claim = {
      school_id: SCHOOL,
      leaf_id: "stage",
      kind: "booking",
      local_date: "d",
    } as const;
    await database
      .insertInto("claims")
      .values([
        { ...claim, owner_id: "a", starts_at: 100, ends_at: 300 },
        { ...claim, owner_id: "b", starts_at: 100, ends_at: 120 },
        { ...claim, owner_id: "c", starts_at: 200, ends_at: 250 },
        { ...claim, owner_id: "d", starts_at: 300, ends_at: 301 },
      ])
      .execute();
    const { findings } = await examineStore(services);
    expect(findings.find(({ code }) => code === "CLAIMS_OVERLAP")).toMatchObject({
      severity: "fault",
      school: SCHOOL,
      count: 2,
      places: ["stage d: b, a", "stage d: a, c"],
    });
    expect(findings.find(({ code }) => code === "GUARD_MISSING")?.count).toBe(2);
  });
});
