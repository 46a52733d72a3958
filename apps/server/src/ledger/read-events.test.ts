import { describe, expect, it } from "vitest";
import { bookedSchool } from "../../test/fixtures/booked-school.ts";
import { SCHOOL } from "../../test/fixtures/school-definition.ts";
import { createBlock } from "./create-block.ts";
import { readEvents } from "./read-events.ts";

/** Revisions 1 to 4: import, request, approval, and a block that displaces nine dates (ten events). */
async function busySchool() {
  const school = await bookedSchool();
  await school.approved();
  await createBlock(
    school.services,
    SCHOOL,
    "key:key_s",
    { space: "sports-hall", kind: "maintenance", first: "2026-09-01", last: "2026-11-30" },
    { displace: true },
  );
  return school.services;
}

describe("readEvents", () => {
  it("reads the ledger on from a revision, in order and without a gap", async () => {
    const services = await busySchool();
    const events = await readEvents(services, SCHOOL, 1, 100);
    expect(events.map(({ revision, ordinal }) => [revision, ordinal])).toEqual([
      [2, 0],
      [3, 0],
      ...Array.from({ length: 10 }, (_, ordinal) => [4, ordinal]),
    ]);
    expect(await readEvents(services, SCHOOL, 4, 100)).toEqual([]);
    expect(await readEvents(services, "arall", 0, 100)).toEqual([]);
  });

  it("never splits a revision between two pages", async () => {
    const services = await busySchool();
    const revisions = async (after: number, limit: number) =>
      (await readEvents(services, SCHOOL, after, limit)).map(({ revision }) => revision);
    expect(await revisions(0, 3)).toEqual([1, 2, 3]);
    expect(await revisions(0, 5)).toEqual([1, 2, 3]);
    expect(await revisions(0, 13)).toHaveLength(13);
    expect(await revisions(0, 12)).toEqual([1, 2, 3]);
    expect(await revisions(3, 1)).toHaveLength(10);
    expect(await revisions(3, 10)).toHaveLength(10);
  });
});
