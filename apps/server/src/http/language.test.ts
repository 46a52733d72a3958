import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { negotiateLanguage } from "./language.ts";

describe("negotiateLanguage", () => {
  it.each([
    [undefined, "en"],
    ["", "en"],
    ["cy", "cy"],
    ["CY", "cy"],
    ["cy-GB", "cy"],
    ["en", "en"],
    ["fr", "en"],
    ["fr, cy", "cy"],
    ["cy;q=0.5, en;q=0.8", "en"],
    ["en;q=0.5, cy;q=0.8", "cy"],
    ["cy, en", "cy"],
    ["en, cy", "en"],
    ["cy;q=0", "en"],
    ["en;q=0, *", "cy"],
    ["*", "en"],
    ["*;q=0.5, cy", "cy"],
    ["cy-GB, cy;q=0.9, en;q=0.8", "cy"],
    ["en-GB,en;q=0.9,cy;q=0.8", "en"],
    ["cy;q=high, en;q=0.1", "en"],
  ] as const)("%s gives %s", (header, language) => {
    expect(negotiateLanguage(header)).toBe(language);
  });

  it("answers one of the two for any text at all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (header) => {
        expect(["cy", "en"]).toContain(negotiateLanguage(header));
      }),
      { numRuns: 200 },
    );
  });
});
