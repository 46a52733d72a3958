import { describe, expect, it } from "vitest";
import { AuthoritySchema, ClusterSchema, PremisesSchema, SchoolSchema } from "./premises-schema.ts";

const school = {
  id: "ysgol-y-cwm",
  name: { cy: "Ysgol y Cwm", en: "Valley School" },
  authority: "blaenau-gwent",
  category: "community",
  languageMedium: "welsh",
  phases: ["primary"],
  controller: "governingBody",
  zone: "Europe/London",
};

const premises = {
  id: "main-site",
  name: { cy: "Prif safle", en: "Main site" },
  terms: { turnaroundMinutes: 10 },
  communityHours: [
    { dayKinds: ["term"], weekdays: [1, 5], hours: [{ start: "17:00", end: "24:00" }] },
  ],
  schoolHours: { start: "08:45", end: "15:15" },
  spaces: [
    {
      id: "hall",
      name: { cy: "Neuadd", en: "Hall" },
      kind: "schoolHall",
      capacity: 200,
      layouts: [{ id: "seated", name: { cy: "Ar eistedd", en: "Seated" }, capacity: 120 }],
      facilities: ["stageLighting"],
      fundedBy: {
        programme: { cy: "Cyfalaf Ysgolion Bro", en: "Community Focused Schools capital" },
        financialYear: "2024/25",
      },
    },
  ],
};

describe("SchoolSchema", () => {
  it("takes a school as it is", () => {
    expect(SchoolSchema.parse(school)).toEqual(school);
    expect(SchoolSchema.parse({ ...school, cluster: "cwm", requestsHold: false })).toMatchObject({
      requestsHold: false,
    });
  });

  it.each([
    ["an id that is no slug", { id: "Ysgol y Cwm" }],
    ["an id of 65 letters", { id: "a".repeat(65) }],
    ["a name in one language", { name: { en: "Valley School" } }],
    ["an unknown category", { category: "academy" }],
    ["no phase", { phases: [] }],
    ["an unknown zone", { zone: "Europe/Brynmawr" }],
    ["a key that is not known", { headTeacher: "somebody" }],
    ["requests that lapse at once", { requestsLapseAfterDays: 0 }],
  ])("refuses %s", (_case, change) => {
    expect(SchoolSchema.safeParse({ ...school, ...change }).success).toBe(false);
  });
});

describe("PremisesSchema", () => {
  it("takes premises with their spaces", () => {
    expect(PremisesSchema.parse(premises)).toEqual(premises);
  });

  it.each([
    ["a space of unknown kind", "/spaces/0/kind", { kind: "dungeon" }],
    ["a facility of several words", "/spaces/0/facilities/0", { facilities: ["stage lighting"] }],
    ["half a person", "/spaces/0/capacity", { capacity: 0.5 }],
    ["terms that are not known", "/spaces/0/terms", { terms: { cleaningMinutes: 5 } }],
    [
      "an eighth weekday",
      "/spaces/0/communityHours/0/weekdays/0",
      { communityHours: [{ weekdays: [8], hours: [] }] },
    ],
    [
      "a time without its leading zero",
      "/spaces/0/communityHours/0/hours/0/start",
      { communityHours: [{ hours: [{ start: "9:00", end: "17:00" }] }] },
    ],
  ])("refuses %s, and says where", (_case, path, change) => {
    const read = PremisesSchema.safeParse({
      ...premises,
      spaces: [{ ...premises.spaces[0], ...change }],
    });
    expect(read.error?.issues.map((issue) => `/${issue.path.join("/")}`)).toEqual([path]);
  });
});

describe("AuthoritySchema and ClusterSchema", () => {
  const name = { cy: "Cwm", en: "Valley" };

  it("take what has an id and a name in both languages, and nothing more", () => {
    expect(AuthoritySchema.safeParse({ id: "cwm", name }).success).toBe(true);
    expect(AuthoritySchema.safeParse({ id: "cwm", name, website: "x" }).success).toBe(false);
    expect(ClusterSchema.safeParse({ id: "cwm", authority: "blaenau-gwent", name }).success).toBe(
      true,
    );
    expect(ClusterSchema.safeParse({ id: "cwm", name }).success).toBe(false);
  });
});
