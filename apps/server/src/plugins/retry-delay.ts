const FIRST_DELAY_MS = 1_000;
/** No wait between two attempts is longer, whatever a clock says. */
export const LONGEST_DELAY_MS = 30 * 60_000;

/**
 * How long to wait after the `attempts`-th failure in a row (from 1): a second, then twice as long each
 * time up to half an hour, each drawn by `random` (0 up to 1) from the upper half, so that many that
 * failed together don't come back together.
 */
export function retryDelayMs(attempts: number, random: () => number): number {
  const fullMs = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1));
  return Math.round(fullMs * (0.5 + random() / 2));
}
