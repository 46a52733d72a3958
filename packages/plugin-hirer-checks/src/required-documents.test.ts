import { describe, expect, it } from "vitest";
import type { DocumentRequirement } from "./check-policy.ts";
import { requiredDocuments } from "./required-documents.ts";

const insurance: DocumentRequirement = { kinds: ["publicLiabilityInsurance"], outcome: "warn" };
const forChildren: DocumentRequirement = {
  kinds: ["dbsStatement", "safeguardingPolicy"],
  audiences: ["0-4", "5-10"],
  outcome: "deny",
};

describe("requiredDocuments", () => {
  it("asks all for what has no conditions", () => {
    expect([...requiredDocuments([insurance], { audience: [] })]).toEqual([
      ["publicLiabilityInsurance", "warn"],
    ]);
  });

  it("asks for what one of the audiences needs, in the order of the kinds", () => {
    const asked = { audience: ["adults", "5-10"] } as const;
    expect([...requiredDocuments([forChildren], asked).keys()]).toEqual([
      "safeguardingPolicy",
      "dbsStatement",
    ]);
    expect(requiredDocuments([forChildren], { audience: ["adults"] }).size).toBe(0);
  });

  it("needs every condition of a requirement to be met", () => {
    const both: DocumentRequirement = { ...insurance, activities: ["judo"], categories: ["club"] };
    const ask = (asked: object) => requiredDocuments([both], { audience: [], ...asked }).size;
    expect(ask({ activity: "judo", category: "club" })).toBe(1);
    expect(ask({ activity: "Judo ", category: "club" })).toBe(1);
    expect(ask({ activity: "judo", category: "charity" })).toBe(0);
    expect(ask({ activity: "judo" })).toBe(0);
    expect(ask({ category: "club" })).toBe(0);
  });

  it("takes the strictest of two requirements for one kind, whatever their order", () => {
    const strict: DocumentRequirement = { ...insurance, activities: ["judo"], outcome: "deny" };
    const asked = { audience: [], activity: "judo" };
    for (const requirements of [
      [insurance, strict],
      [strict, insurance],
    ]) {
      expect(requiredDocuments(requirements, asked).get("publicLiabilityInsurance")).toBe("deny");
    }
  });
});
