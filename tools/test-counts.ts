/** How many tests passed, failed and were skipped. */
export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

/** What is read of the JSON report of a vitest run. */
interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * Counts the tests of a run. What keeps a run from succeeding without being a failed test (a file that can't be loaded, an
 * error outside any test, a report that is missing) counts as a failure too, so that nothing fails unseen.
 *
 * @param succeeded whether the run ended with exit code 0.
 */
export function countTests(report: unknown, succeeded: boolean): TestCounts {
  if (!isReport(report)) return { passed: 0, failed: 1, skipped: 0 };
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((result) => result.status === "failed"),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !succeeded ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function isReport(report: unknown): report is TestReport {
  return typeof report === "object" && report !== null && "numPassedTests" in report;
}
