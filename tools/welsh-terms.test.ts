import { describe, expect, it } from "vitest";
import { findStrayTerms } from "./welsh-terms.ts";

const found = (text: string) => findStrayTerms({ path: "page.md", text }).map(({ line }) => line);

describe("findStrayTerms", () => {
  it.each(["y gofod", "dau ofod", "yn ei ddynodwr", "Fwciad arall", "y llogydd"])(
    "finds the other word in %s, mutated or not",
    (text) => {
      expect(found(`lle\n${text}`)).toEqual([2]);
    },
  );

  it.each([
    "y gweinydd a'i ddynodydd",
    "lle, lleoedd, llogwr, archeb",
    "gofodwr",
    "i'r gweinyddwyr",
  ])("accepts %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});
