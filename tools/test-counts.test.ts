import { describe, expect, it } from "vitest";
import { countTests } from "./test-counts.ts";

const report = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [
    { status: "passed", assertionResults: [{ status: "passed" }] },
    { status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] },
  ],
};

describe("countTests", () => {
  it("counts passed, failed and skipped tests; planned ones are skipped", () => {
    expect(countTests(report, false)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it("counts a file that can't be loaded as a failure", () => {
    const broken = { ...report, testResults: [{ status: "failed", assertionResults: [] }] };
    expect(countTests({ ...broken, numFailedTests: 0 }, false).failed).toBe(1);
    expect(countTests(broken, false).failed).toBe(2);
  });

  it("counts an error outside any test as a failure", () => {
    expect(countTests({ ...report, numFailedTests: 0, testResults: [] }, false).failed).toBe(1);
  });

  it("counts a run without a report as a failure", () => {
    expect(countTests(undefined, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
