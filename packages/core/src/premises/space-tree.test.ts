import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CoreError } from "../errors.ts";
import type { Premises } from "./premises.ts";
import {
  ancestorsOf,
  capacityOf,
  growSpaceTree,
  leavesOf,
  sharesLeaf,
  spaceOf,
  type SpaceTree,
} from "./space-tree.ts";
import type { SpaceDefinition } from "./space.ts";

describe("growSpaceTree", () => {
  it("gives a leaf itself and a hall the courts of both its halves as leaves", () => {
    const tree = growSpaceTree([sportsCentre]);
    expect(leavesOf(tree, "court-1")).toEqual(["court-1"]);
    expect(leavesOf(tree, "hall-a")).toEqual(["court-1", "court-2"]);
    expect(leavesOf(tree, "hall")).toEqual(["court-1", "court-2", "hall-b"]);
    expect(tree.roots).toEqual(["hall", "studio"]);
  });

  it("puts parents before children, otherwise in the order of the definitions", () => {
    const tree = growSpaceTree([
      site("site", [
        space("court", { parent: "half" }),
        space("studio"),
        space("half", { parent: "hall" }),
        space("hall"),
      ]),
    ]);
    expect(tree.spaces.map(({ id }) => id)).toEqual(["hall", "half", "court", "studio"]);
  });

  it("inherits terms field by field, hours as a whole, from the parent and then the premises", () => {
    const evening = [{ hours: [{ start: "17:00", end: "22:00" }] }];
    const never = [] as const;
    const tree = growSpaceTree([
      {
        ...site("site", [
          space("hall", { terms: { minimumMinutes: 60 } }),
          space("half", { parent: "hall", terms: { startGridMinutes: 30 }, communityHours: never }),
          space("court", { parent: "half" }),
          space("studio"),
        ]),
        terms: { turnaroundMinutes: 10, minimumMinutes: 45 },
        communityHours: evening,
        schoolHours: { start: "08:30", end: "15:30" },
      },
    ]);
    expect(spaceOf(tree, "court").terms).toEqual({
      turnaroundMinutes: 10,
      minimumMinutes: 60,
      maximumMinutes: 1440,
      startGridMinutes: 30,
      noticeHours: 0,
      horizonDays: 400,
    });
    expect(spaceOf(tree, "studio").terms.minimumMinutes).toBe(45);
    expect(spaceOf(tree, "hall").communityHours).toEqual(evening);
    expect(spaceOf(tree, "court").communityHours).toEqual([]);
    expect(spaceOf(tree, "court").schoolHours).toEqual({ start: "08:30", end: "15:30" });
  });

  it("opens nothing where nobody states hours", () => {
    const tree = growSpaceTree([site("site", [space("hall")])]);
    expect(spaceOf(tree, "hall").communityHours).toEqual([]);
    expect(spaceOf(tree, "hall").schoolHours).toBeUndefined();
    expect(spaceOf(tree, "hall").bookable).toBe(true);
  });

  it("grows an empty tree from no premises", () => {
    expect(growSpaceTree([])).toMatchObject({ spaces: [], roots: [] });
  });

  it("is frozen, and leaves the definitions as they are", () => {
    const layouts = [{ id: "seated", name: both("Seated"), capacity: 60 }];
    const definition = space("hall", { layouts });
    const tree = growSpaceTree([site("site", [definition])]);
    const hall = spaceOf(tree, "hall");
    for (const value of [
      tree,
      tree.spaces,
      tree.roots,
      hall,
      hall.terms,
      hall.name,
      hall.layouts[0],
    ]) {
      expect(Object.isFrozen(value)).toBe(true);
    }
    expect(Object.isFrozen(definition)).toBe(false);
    expect(Object.isFrozen(layouts[0])).toBe(false);
  });

  it("grows 500 spaces", () => {
    const courts = Array.from({ length: 499 }, (_, index) =>
      space(`court-${index}`, { parent: "hall" }),
    );
    expect(
      leavesOf(growSpaceTree([site("site", [space("hall"), ...courts])]), "hall"),
    ).toHaveLength(499);
  });
});

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

describe("the questions asked of a tree", () => {
  const tree = growSpaceTree([sportsCentre]);

  it("names the spaces that contain one, nearest first", () => {
    expect(ancestorsOf(tree, "court-2")).toEqual(["hall-a", "hall"]);
    expect(ancestorsOf(tree, "hall")).toEqual([]);
  });

  it("says that whole and part meet, and siblings do not", () => {
    expect(sharesLeaf(tree, "hall", "court-1")).toBe(true);
    expect(sharesLeaf(tree, "court-1", "hall")).toBe(true);
    expect(sharesLeaf(tree, "hall-a", "hall-a")).toBe(true);
    expect(sharesLeaf(tree, "hall-a", "hall-b")).toBe(false);
    expect(sharesLeaf(tree, "court-1", "hall-b")).toBe(false);
  });

  it("tells the capacity of a layout, and of the space in any layout", () => {
    const studio = spaceOf(tree, "studio");
    expect(capacityOf(studio)).toBe(100);
    expect(capacityOf(studio, "seated")).toBe(60);
    expect(thrownBy(() => capacityOf(studio, "boxing-ring"))).toMatchObject({
      code: "LAYOUT_UNKNOWN",
    });
  });

  it.each([
    ["leavesOf", () => leavesOf(tree, "gone")],
    ["spaceOf", () => spaceOf(tree, "gone")],
    ["ancestorsOf", () => ancestorsOf(tree, "gone")],
    ["sharesLeaf", () => sharesLeaf(tree, "hall", "gone")],
  ])("throws SPACE_UNKNOWN from %s for a space that is not there", (_name, ask) => {
    expect(thrownBy(ask)).toMatchObject({ code: "SPACE_UNKNOWN" });
  });
});

describe("in every tree", () => {
  it("siblings share no leaf", () => {
    checkTrees((tree) => {
      for (const { children } of tree.spaces) expectDisjoint(tree, children);
      expectDisjoint(tree, tree.roots);
    });
  });

  it("the leaves of a space are those of its children, each once", () => {
    checkTrees((tree) => {
      for (const { id, children } of tree.spaces) {
        const expected =
          children.length === 0 ? [id] : children.flatMap((child) => leavesOf(tree, child));
        expect(leavesOf(tree, id)).toEqual(expected);
        expect(new Set(expected).size).toBe(expected.length);
      }
    });
  });

  it("two spaces share a leaf exactly when they are one, or one contains the other", () => {
    checkTrees((tree) => {
      for (const one of tree.spaces) {
        for (const other of tree.spaces) {
          const common = leavesOf(tree, one.id).some((leaf) =>
            leavesOf(tree, other.id).includes(leaf),
          );
          expect(sharesLeaf(tree, one.id, other.id)).toBe(common);
          const isRelated =
            one === other ||
            ancestorsOf(tree, one.id).includes(other.id) ||
            ancestorsOf(tree, other.id).includes(one.id);
          expect(common).toBe(isRelated);
        }
      }
    });
  });

  it("every space comes after its parent", () => {
    checkTrees((tree) => {
      const order = tree.spaces.map(({ id }) => id);
      for (const { id, parent } of tree.spaces) {
        if (parent !== undefined) expect(order.indexOf(parent)).toBeLessThan(order.indexOf(id));
      }
    });
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

const sportsCentre = site("centre", [
  space("hall"),
  space("hall-a", { parent: "hall" }),
  space("hall-b", { parent: "hall" }),
  space("court-1", { parent: "hall-a" }),
  space("court-2", { parent: "hall-a" }),
  space("studio", { layouts: [{ id: "seated", name: both("Seated"), capacity: 60 }] }),
]);

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

function checkTrees(check: (tree: SpaceTree) => void): void {
  // Each space hangs below one defined earlier, or stands at the root (so ten spaces are at most ten
  // levels); then the definitions are shuffled.
  const spaces = fc
    .array(fc.nat(), { minLength: 1, maxLength: 10 })
    .map((picks) => picks.map((pick, index) => parented(index, pick % (index + 1))))
    .chain((list) => fc.shuffledSubarray(list, { minLength: list.length }));
  fc.assert(
    fc.property(spaces, (list) => check(growSpaceTree([site("site", list)]))),
    { numRuns: 60 },
  );
}

function parented(index: number, parent: number): SpaceDefinition {
  return space(`s${index}`, parent === index ? {} : { parent: `s${parent}` });
}

function expectDisjoint(tree: SpaceTree, siblings: readonly string[]): void {
  const leaves = siblings.flatMap((sibling) => leavesOf(tree, sibling));
  expect(new Set(leaves).size).toBe(leaves.length);
}
