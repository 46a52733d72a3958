import { expect, it } from "vitest";

it("exports two values beside its types: the contract is no library", async () => {
  expect(Object.keys(await import("./index.ts")).toSorted()).toEqual([
    "LEDGER_EVENT_TYPES",
    "definePlugin",
  ]);
});
