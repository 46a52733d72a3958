import { describe, expect, it } from "vitest";
import { CoreError } from "../errors.ts";
import type { Premises } from "./premises.ts";
import { growSpaceTree } from "./space-tree.ts";
import type { SpaceDefinition } from "./space.ts";

describe("growSpaceTree refuses", () => {
  it.each<[string, Premises[], string[]]>([
    ["two premises of one id", [site("a", []), site("a", [])], ["/premises/1/id"]],
    [
      "a space id that another site has too",
      [site("a", [space("hall")]), site("b", [space("hall")])],
      ["/premises/1/spaces/0/id"],
    ],
    [
      "an unknown parent",
      [site("a", [space("half", { parent: "hall" })])],
      ["/premises/0/spaces/0/parent"],
    ],
    [
      "a parent on other premises",
      [site("a", [space("hall")]), site("b", [space("half", { parent: "hall" })])],
      ["/premises/1/spaces/0/parent"],
    ],
    [
      "a space that is its own parent",
      [site("a", [space("x", { parent: "x" })])],
      ["/premises/0/spaces/0/parent"],
    ],
    [
      "a circle, once, at its first space",
      [
        site("a", [
          space("below", { parent: "one" }),
          space("one", { parent: "two" }),
          space("two", { parent: "one" }),
        ]),
      ],
      ["/premises/0/spaces/1/parent"],
    ],
    ["more than ten levels", [site("a", chain(11))], ["/premises/0/spaces/10/parent"]],
    [
      "more than 500 spaces",
      [
        site(
          "a",
          Array.from({ length: 501 }, (_, index) => space(`s${index}`)),
        ),
      ],
      ["/premises"],
    ],
    [
      "blank names",
      [
        {
          ...site("a", [space("hall", { name: { cy: " ", en: "Hall" } })]),
          name: { cy: "Safle", en: "" },
        },
      ],
      ["/premises/0/name/en", "/premises/0/spaces/0/name/cy"],
    ],
    [
      "capacities that are no number of people",
      [
        site("a", [
          space("x", { capacity: 0 }),
          space("y", { capacity: -3 }),
          space("z", { capacity: 1.5 }),
        ]),
      ],
      [
        "/premises/0/spaces/0/capacity",
        "/premises/0/spaces/1/capacity",
        "/premises/0/spaces/2/capacity",
      ],
    ],
    [
      "a part that holds more than the whole",
      [site("a", [space("hall"), space("half", { parent: "hall", capacity: 101 })])],
      ["/premises/0/spaces/1/capacity"],
    ],
    [
      "a layout that holds more than its space, and a layout given twice",
      [
        site("a", [
          space("hall", {
            layouts: [
              { id: "seated", name: both("Seated"), capacity: 60 },
              { id: "seated", name: both("Standing"), capacity: 120 },
            ],
          }),
        ]),
      ],
      ["/premises/0/spaces/0/layouts/1/id", "/premises/0/spaces/0/layouts/1/capacity"],
    ],
    [
      "hours that end before they start",
      [
        {
          ...site("a", [
            space("hall", { communityHours: [{ hours: [{ start: "22:00", end: "02:00" }] }] }),
          ]),
          communityHours: [{ hours: [{ start: "9:00", end: "24:00" }] }],
          schoolHours: { start: "15:00", end: "15:00" },
        },
      ],
      [
        "/premises/0/communityHours/0/hours/0/start",
        "/premises/0/schoolHours",
        "/premises/0/spaces/0/communityHours/0/hours/0",
      ],
    ],
  ])("%s", (_case, premises, paths) => {
    expect(faultPaths(premises)).toEqual(paths);
  });

  it.each<[string, SpaceDefinition["terms"], string[]]>([
    ["a minimum over the maximum", { minimumMinutes: 90, maximumMinutes: 60 }, ["minimumMinutes"]],
    ["a maximum under the inherited minimum", { maximumMinutes: 20 }, ["maximumMinutes"]],
    ["a grid that does not divide the day", { startGridMinutes: 25 }, ["startGridMinutes"]],
    [
      "a grid with no allowed length on it",
      { startGridMinutes: 60, maximumMinutes: 45 },
      ["startGridMinutes"],
    ],
    [
      "negative and broken numbers",
      { turnaroundMinutes: -5, noticeHours: 0.5 },
      ["turnaroundMinutes", "noticeHours"],
    ],
    ["notice beyond the horizon", { noticeHours: 72, horizonDays: 2 }, ["noticeHours"]],
  ])("%s", (_case, terms, fields) => {
    const premises = [site("a", [space("hall", terms && { terms })])];
    expect(faultPaths(premises)).toEqual(
      fields.map((field) => `/premises/0/spaces/0/terms/${field}`),
    );
  });

  it("contradictory terms where they are stated, not where they are inherited", () => {
    const hall = space("hall", { terms: { turnaroundMinutes: 5 } });
    const premises = [{ ...site("a", [hall]), terms: { minimumMinutes: 90, maximumMinutes: 60 } }];
    expect(faultPaths(premises)).toEqual(["/premises/0/terms/minimumMinutes"]);
  });

  it("all faults at once, with the number of them in the message", () => {
    const premises = [
      site("a", [space("hall", { capacity: 0 }), space("hall"), space("half", { parent: "gone" })]),
    ];
    const error = thrownBy(() => growSpaceTree(premises));
    expect(error.code).toBe("PREMISES_INVALID");
    expect(error.message).toContain("3 faults");
    expect(error.faults.map(({ path }) => path)).toEqual([
      "/premises/0/spaces/1/id",
      "/premises/0/spaces/2/parent",
      "/premises/0/spaces/0/capacity",
    ]);
  });
});

function both(name: string) {
  return { cy: `${name} (cy)`, en: name };
}

function space(id: string, rest: Partial<SpaceDefinition> = {}): SpaceDefinition {
  return { id, name: both(id), kind: "sportsHall", capacity: 100, ...rest };
}

function site(id: string, spaces: SpaceDefinition[]): Premises {
  return { id, name: both(id), spaces };
}

function chain(length: number): SpaceDefinition[] {
  return Array.from({ length }, (_, index) =>
    space(`level-${index}`, index === 0 ? {} : { parent: `level-${index - 1}` }),
  );
}

function thrownBy(action: () => unknown): CoreError {
  try {
    action();
  } catch (error) {
    if (error instanceof CoreError) return error;
    throw error;
  }
  throw new Error("Nothing was thrown.");
}

function faultPaths(premises: Premises[]): string[] {
  return thrownBy(() => growSpaceTree(premises)).faults.map(({ path }) => path);
}
