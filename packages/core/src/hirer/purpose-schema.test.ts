import { describe, expect, it } from "vitest";
import { ActivitySchema, PurposeSchema } from "./purpose-schema.ts";
import { AUDIENCE_NAMES, AUDIENCE_TAGS } from "./purpose.ts";

describe("PurposeSchema", () => {
  it("takes elements, audience and partner kind", () => {
    const purpose = {
      elements: ["community"],
      audience: ["11-16", "adults"],
      partnerKind: "sports",
    };
    expect(PurposeSchema.parse(purpose)).toEqual(purpose);
    expect(PurposeSchema.parse({ elements: [], audience: [] })).toEqual({
      elements: [],
      audience: [],
    });
  });

  it.each([
    ["an unknown element", { elements: ["weather"], audience: [] }],
    ["an element given twice", { elements: ["family", "family"], audience: [] }],
    ["an unknown audience", { elements: [], audience: ["17-30"] }],
    ["an unknown partner kind", { elements: [], audience: [], partnerKind: "bank" }],
    ["no audience at all", { elements: [] }],
    ["a key that is not known", { elements: [], audience: [], income: 5 }],
  ])("refuses %s", (_case, purpose) => {
    expect(PurposeSchema.safeParse(purpose).success).toBe(false);
  });

  it("has a name in both languages for every audience", () => {
    for (const tag of AUDIENCE_TAGS) {
      const { cy, en } = AUDIENCE_NAMES[tag];
      expect(cy).not.toBe(en);
    }
  });
});

describe("ActivitySchema", () => {
  it("takes a word or two, trimmed, and not a blank", () => {
    expect(ActivitySchema.parse(" badminton ")).toBe("badminton");
    expect(ActivitySchema.safeParse("  ").success).toBe(false);
  });
});
