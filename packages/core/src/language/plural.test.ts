import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plural, pluralClass } from "./plural.ts";

describe("plural", () => {
  const forms = {
    zero: "dim cŵn",
    one: "un ci",
    two: "dau gi",
    few: "tri chi",
    many: "chwe chi",
    other: "llawer o gŵn",
  };

  it.each([
    [0, "dim cŵn"],
    [1, "un ci"],
    [2, "dau gi"],
    [3, "tri chi"],
    [4, "llawer o gŵn"],
    [6, "chwe chi"],
    [7, "llawer o gŵn"],
    [1.5, "llawer o gŵn"],
    [-2, "dau gi"],
  ])("takes the Welsh form for %d", (count, expected) => {
    expect(plural("cy", count, forms)).toBe(expected);
  });

  it("takes only one and other in English", () => {
    expect([0, 1, 2, 3].map((count) => plural("en", count, forms))).toEqual([
      "llawer o gŵn",
      "un ci",
      "llawer o gŵn",
      "llawer o gŵn",
    ]);
  });

  it("uses other for a class that has no message", () => {
    expect(plural("cy", 3, { other: "dyddiadau" })).toBe("dyddiadau");
  });

  it("has the plural classes that Unicode gives both languages", () => {
    expect(Intl.PluralRules.supportedLocalesOf(["cy", "en"])).toEqual(["cy", "en"]);
    const rules = { cy: new Intl.PluralRules("cy"), en: new Intl.PluralRules("en") };
    const counts = fc.oneof(
      fc.integer({ min: -1000, max: 100_000 }),
      fc.constantFrom(1.5, 0.5, 2.25),
    );
    fc.assert(
      fc.property(fc.constantFrom("cy", "en"), counts, (language, count) => {
        expect(pluralClass(language, count)).toBe(rules[language].select(count));
      }),
    );
  });
});
