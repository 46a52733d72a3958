import { expect, it } from "vitest";

it("exports the plugin, and the pure functions that it is made of", async () => {
  expect(Object.keys(await import("./index.ts")).toSorted()).toEqual([
    "CONDITION_CODES",
    "RULE_PACK",
    "RULE_SOURCES",
    "SUPPLIERS",
    "VAT_ANSWERS",
    "VAT_GROUNDS",
    "decideVat",
    "effectOfRemoving",
    "fragileDates",
    "measureGaps",
    "seriesOfLets",
    "termBlocks",
    "vat",
  ]);
});
