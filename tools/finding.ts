/** One thing that a check objects to. */
export interface Finding {
  /** From the root of the workspace. */
  readonly path: string;
  /** Counted from 1; absent when it concerns the file as a whole. */
  readonly line?: number;
  /** Short, stable name of the rule, such as `no-any`. */
  readonly rule: string;
  readonly message: string;
}

/** One line for people and editors: `path:line rule: message`. */
export function printFinding({ path, line, rule, message }: Finding): string {
  return `${path}${line === undefined ? "" : `:${line}`} ${rule}: ${message}`;
}
