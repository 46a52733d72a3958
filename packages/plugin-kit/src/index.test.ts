import { expect, it } from "vitest";

it("exports few values beside its types: the contract is no library", async () => {
  expect(Object.keys(await import("./index.ts")).toSorted()).toEqual([
    "BLOCK_KINDS",
    "ERASED_CONTACT",
    "ERASED_TEXT",
    "LEDGER_EVENT_TYPES",
    "OUTWARD_FAULTS",
    "OutwardFault",
    "PluginProblem",
    "ProblemSchema",
    "choosePublicSchool",
    "chooseSchool",
    "dataTable",
    "definePlugin",
    "describedAs",
    "financialYearsBefore",
    "namesPerson",
    "problemAnswers",
    "refuseUnknownOptions",
  ]);
});

it("offers a suite, a host and what they work with to tests", async () => {
  expect(Object.keys(await import("./testing.ts")).toSorted()).toEqual([
    "TEST_START",
    "openTestHost",
    "otherTestSchool",
    "testHirers",
    "testPlugin",
    "testSchool",
  ]);
});
