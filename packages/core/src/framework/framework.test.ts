import { describe, expect, it } from "vitest";
import { PHASES } from "../premises/premises.ts";
import type { FrameworkEntry } from "./framework-entry.ts";
import { framework } from "./framework.ts";

const entries: readonly (readonly [string, FrameworkEntry<string>])[] = Object.entries(
  framework,
).flatMap(([kind, list]: [string, readonly FrameworkEntry<string>[]]) =>
  list.map((entry) => [`${kind}/${entry.id}`, entry] as const),
);

const idsOf = (list: readonly { readonly id: string }[]) => list.map((entry) => entry.id);

describe("framework", () => {
  it("counts what the guidance counts", () => {
    const counts = Object.fromEntries(
      Object.entries(framework).map(([kind, list]: [string, readonly unknown[]]) => [
        kind,
        list.length,
      ]),
    );
    expect(counts).toEqual({
      elements: 3,
      enablers: 4,
      connections: 3,
      aims: 3,
      outcomes: 6,
      terms: 11,
      phases: 4,
      partnerKinds: 11,
      approaches: 5,
      roles: 7,
    });
  });

  it("has four outcomes for learners, and one each for families and the community", () => {
    expect(framework.outcomes.map((outcome) => outcome.beneficiary)).toEqual([
      "learners",
      "learners",
      "learners",
      "learners",
      "families",
      "community",
    ]);
  });

  it("gives each entry an id that is unique among its kind", () => {
    for (const list of Object.values(framework)) {
      const ids = idsOf(list);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it("keeps the phases in the order of a learner's years", () => {
    expect(idsOf(framework.phases)).toEqual([...PHASES]);
  });

  it.each(entries)("says %s in Welsh and in English", (place, entry) => {
    expect(entry.description.cy).not.toBe(entry.description.en);
    // The one word that stays Welsh in English text.
    if (place !== "terms/cynefin") expect(entry.name.cy).not.toBe(entry.name.en);
    for (const text of [...Object.values(entry.name), ...Object.values(entry.description)]) {
      expect(text).toBe(text.trim());
      expect(text.length).toBeGreaterThan(1);
    }
  });

  it("never claims that its own sentences are reviewed Welsh", () => {
    expect(entries.filter(([, entry]) => entry.reviewed.description)).toEqual([]);
  });

  it("marks the Welsh names of the enablers as unreviewed: no published text was found", () => {
    expect(framework.enablers.map((enabler) => enabler.reviewed.name)).toEqual(
      Array(4).fill(false),
    );
  });
});

describe("connections of the framework", () => {
  it("link each pair of elements once", () => {
    const pairs = framework.connections.map(({ between }) => [...between].sort().join("+"));
    expect(pairs.sort()).toEqual([
      "community+family",
      "community+multiAgency",
      "family+multiAgency",
    ]);
  });

  it("have every enabler carry progress between stated elements, and reach all three", () => {
    for (const enabler of framework.enablers) {
      const reached = framework.connections
        .filter((connection) => connection.enablers.includes(enabler.id))
        .flatMap((connection) => connection.between);
      expect(new Set(reached)).toEqual(new Set(idsOf(framework.elements)));
    }
  });
});

describe("references within the framework", () => {
  it("resolve", () => {
    const { aims, approaches, connections, partnerKinds } = framework;
    const elementIds = [
      ...aims.map((aim) => aim.element),
      ...approaches.flatMap((approach) => approach.elements),
      ...connections.flatMap((connection) => connection.between),
      ...partnerKinds.map((kind) => kind.element),
    ];
    expect(idsOf(framework.elements)).toEqual(expect.arrayContaining(elementIds));
    expect(idsOf(framework.enablers)).toEqual(
      expect.arrayContaining(connections.flatMap((connection) => connection.enablers)),
    );
    expect(idsOf(partnerKinds)).toEqual(
      expect.arrayContaining(approaches.flatMap((approach) => approach.partnerKinds)),
    );
  });

  it("give each element an aim", () => {
    expect(framework.aims.map((aim) => aim.element)).toEqual(idsOf(framework.elements));
  });

  it("give each partner kind an approach", () => {
    const used = framework.approaches.flatMap((approach) => approach.partnerKinds);
    expect(new Set(used)).toEqual(new Set(idsOf(framework.partnerKinds)));
  });
});

describe("the frozen framework", () => {
  it("is frozen at every depth", () => {
    expect(thawedParts(framework, "framework")).toEqual([]);
  });

  it("refuses to be written to", () => {
    expect(() => Object.assign(framework, { roles: [] })).toThrow(TypeError);
    expect(() => Object.assign(framework.elements[0]?.name ?? {}, { cy: "" })).toThrow(TypeError);
  });
});

/** Paths of every object that could still be written to. */
function thawedParts(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  return [
    ...(Object.isFrozen(value) ? [] : [path]),
    ...Object.entries(value).flatMap(([key, inner]) => thawedParts(inner, `${path}.${key}`)),
  ];
}
