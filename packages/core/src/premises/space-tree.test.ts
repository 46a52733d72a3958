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

  it("names an award in both languages, and takes one name for both", () => {
    const programme = { cy: "Ysgolion Bro", en: "Community Focused Schools" };
    const financialYear = "2024/25";
    const tree = growSpaceTree([
      site("site", [
        space("hall", { fundedBy: { programme, financialYear } }),
        space("studio", { fundedBy: { programme: "Neuadd", financialYear } }),
        space("court"),
      ]),
    ]);
    expect(tree.spaces.map(({ fundedBy }) => fundedBy)).toEqual([
      { programme, financialYear },
      { programme: { cy: "Neuadd", en: "Neuadd" }, financialYear },
      undefined,
    ]);
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
    fc.assert(
      fc.property(trees, (tree) => {
        for (const siblings of [tree.roots, ...tree.spaces.map(({ children }) => children)]) {
          const leaves = siblings.flatMap((sibling) => leavesOf(tree, sibling));
          expect(leaves).toEqual([...new Set(leaves)]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("the leaves of a space are those of its children, each once", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        for (const { id, children } of tree.spaces) {
          const expected =
            children.length === 0 ? [id] : children.flatMap((child) => leavesOf(tree, child));
          expect(leavesOf(tree, id)).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("two spaces share a leaf exactly when they are one, or one contains the other", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        for (const one of tree.spaces) {
          for (const other of tree.spaces) {
            const otherLeaves = leavesOf(tree, other.id);
            const common = leavesOf(tree, one.id).some((leaf) => otherLeaves.includes(leaf));
            expect(sharesLeaf(tree, one.id, other.id)).toBe(common);
            const isRelated =
              one === other ||
              ancestorsOf(tree, one.id).includes(other.id) ||
              ancestorsOf(tree, other.id).includes(one.id);
            expect(common).toBe(isRelated);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("no space comes before its parent", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const order = tree.spaces.map(({ id }) => id);
        const early = tree.spaces.filter(
          ({ id, parent }) => parent !== undefined && order.indexOf(id) < order.indexOf(parent),
        );
        expect(early).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/**
 * Each space hangs below one defined earlier, or stands at the root (so that ten spaces are at most
 * ten levels); then the definitions are shuffled.
 */
const trees = fc
  .array(fc.nat(), { minLength: 1, maxLength: 10 })
  .map((picks) => picks.map((pick, index) => parented(index, pick % (index + 1))))
  .chain((list) => fc.shuffledSubarray(list, { minLength: list.length }))
  .map((list) => growSpaceTree([site("site", list)]));

function both(name: string) {
  return { cy: `${name} (cy)`, en: name };
}

function space(id: string, rest: Partial<SpaceDefinition> = {}): SpaceDefinition {
  return { id, name: both(id), kind: "sportsHall", capacity: 100, ...rest };
}

function site(id: string, spaces: SpaceDefinition[]): Premises {
  return { id, name: both(id), spaces };
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

function parented(index: number, parent: number): SpaceDefinition {
  return space(`s${index}`, parent === index ? {} : { parent: `s${parent}` });
}
