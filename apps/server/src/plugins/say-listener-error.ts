const LONGEST_ERROR = 500;

/** What is kept of a listener's error, in one line of bounded length. */
export function sayListenerError(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.slice(0, LONGEST_ERROR);
}
