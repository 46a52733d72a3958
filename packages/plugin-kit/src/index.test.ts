import { expect, it } from "vitest";

it("exports few values beside its types: the contract is no library", async () => {
  expect(Object.keys(await import("./index.ts")).toSorted()).toEqual([
    "BLOCK_KINDS",
    "LEDGER_EVENT_TYPES",
    "OUTWARD_FAULTS",
    "OutwardFault",
    "PluginProblem",
    "ProblemSchema",
    "definePlugin",
    "problemAnswers",
  ]);
});
