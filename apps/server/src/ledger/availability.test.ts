import { describe, expect, it } from "vitest";
import { bookedSchool } from "../../test/fixtures/booked-school.ts";
import { SCHOOL } from "../../test/fixtures/school-definition.ts";
import type { BookedSchool } from "../../test/fixtures/booked-school.ts";
import { readAvailability } from "./availability.ts";
import { cancelOccurrence } from "./cancel-occurrence.ts";
import { readSchool } from "./school-model.ts";

async function freeOn({ services }: BookedSchool, date: string, spaces: readonly string[]) {
  const state = await readSchool(services, SCHOOL);
  const days = await readAvailability(services, state, spaces, date, nextDay(date));
  return spaces.map((space) =>
    days.get(space)?.flatMap(({ free }) => free.map(({ start, end }) => `${start}-${end}`)),
  );
}

function nextDay(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}

const halls = ["sports-hall", "sports-hall-a", "sports-hall-b"];

describe("readAvailability", () => {
  it("shows a booking in the half and in the whole, and not in the other half", async () => {
    const school = await bookedSchool();
    expect(await freeOn(school, "2026-09-08", halls)).toEqual([
      ["17:00-22:00"],
      ["17:00-22:00"],
      ["17:00-22:00"],
    ]);
    const { id } = await school.approved();
    const taken = ["17:00-18:00", "19:30-22:00"];
    expect(await freeOn(school, "2026-09-08", halls)).toEqual([taken, taken, ["17:00-22:00"]]);
    await cancelOccurrence(school.services, SCHOOL, "system", id, "2026-09-08", { by: "school" });
    expect(await freeOn(school, "2026-09-08", halls)).toEqual([
      ["17:00-22:00"],
      ["17:00-22:00"],
      ["17:00-22:00"],
    ]);
    expect((await freeOn(school, "2026-09-15", halls))[0]).toEqual(taken);
  });

  it("keeps the turnaround of a space free after each booking, and before the next", async () => {
    const school = await bookedSchool();
    await school.approved({ space: "main-hall" });
    expect(await freeOn(school, "2026-09-08", ["main-hall"])).toEqual([
      ["17:00-17:30", "20:00-22:00"],
    ]);
  });

  it("asks for all spaces in one query", async () => {
    const school = await bookedSchool();
    const state = await readSchool(school.services, SCHOOL);
    const spaces = state.tree.spaces.map(({ id }) => id);
    const days = await readAvailability(school.services, state, spaces, "2026-09-07", "2026-10-05");
    expect([...days.keys()]).toEqual(spaces);
    expect(days.get("community-room")).toHaveLength(28);
    await expect(
      readAvailability(school.services, state, ["cellar"], "2026-09-07", "2026-09-08"),
    ).rejects.toMatchObject({ code: "SPACE_UNKNOWN" });
  });
});
