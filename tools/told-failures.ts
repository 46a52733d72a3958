/** A line with which vitest begins its account of one failure. */
const FAILURE = /^ FAIL {2}\S/;

/** The rule under which vitest begins its accounts of what failed, after all that it printed while the tests ran. */
const ACCOUNTS = /^⎯+ (Failed|Unhandled) /m;

/**
 * What is worth reading of a run that failed, most telling first: the names of what failed, each once, then vitest's own
 * accounts of them. Whoever keeps only the beginning of a long log still sees what it was. An output that gives no such
 * account, as of a process that was killed, comes back whole.
 *
 * @param output all that vitest printed, without colours.
 */
export function toldFailures(output: string): string {
  const start = output.search(ACCOUNTS);
  if (start < 0) return output;
  const accounts = output.slice(start);
  const names = new Set(accounts.split("\n").filter((line) => FAILURE.test(line)));
  return [...names, "", accounts].join("\n");
}
