import { growSpaceTree } from "@neuadd/core";
import { testSchool } from "@neuadd/plugin-kit/testing";
import { describe, expect, it } from "vitest";
import { agreed, governors, session } from "../test/example-facts.ts";
import { makeFacts } from "./assess-booking.ts";

const { school, premises } = testSchool;
const known = {
  school: { school, tree: growSpaceTree(premises) },
  supplier: governors,
  agreement: agreed,
  hirer: undefined,
  activity: "badminton",
  refunds: undefined,
};
const date = { startTime: "18:00", endTime: "19:30", space: "main-hall" };
const place = (dates: readonly (typeof date & { date: string })[], noted?: object) => {
  const { sessions } = makeFacts(known, dates, noted as Parameters<typeof makeFacts>[2]);
  return sessions.map(({ spaceKind, premises: where }) => [spaceKind, where]);
};

describe("the sessions of which VAT is decided", () => {
  const [was, is] = [
    ["danceStudio", "old-site"],
    ["schoolHall", "main-site"],
  ];
  const noted = [
    session("2026-09-08", { ...date, spaceKind: "danceStudio", premises: "old-site" }),
  ];
  const tuesdays = [
    { ...date, date: "2026-09-08" },
    { ...date, date: "2026-09-15" },
  ];

  it("are where the school's spaces are, and those that are over where they were", () => {
    expect(place(tuesdays)).toEqual([is, is]);
    expect(place(tuesdays, { noted, today: "2026-09-08" })).toEqual([is, is]);
    expect(place(tuesdays, { noted, today: "2026-09-09" })).toEqual([was, is]);
  });

  it("are where they were once their space is gone, and nowhere if nobody noted it", () => {
    const gone = tuesdays.map((one) => ({ ...one, space: "gone" }));
    const before = noted.map((one) => ({ ...one, space: "gone" }));
    expect(place(gone, { noted: before, today: "2026-09-01" })).toEqual([was, was]);
    expect(place(gone)).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });
});
