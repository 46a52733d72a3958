const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Pauses before each attempt, as Standard Webhooks 1.0 suggests them: ten attempts in some three days. */
export const RETRY_PAUSES_MS: readonly number[] = [
  0,
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
];

/** A pause is up to this share longer, so that what failed together is not tried together. */
const JITTER_SHARE = 0.2;

/**
 * The pause before the next attempt, in milliseconds, after `tries` that failed; undefined when it is time to
 * give up. `chance` is from 0 up to, but not including, 1.
 */
export function retryPauseMs(tries: number, chance: number): number | undefined {
  const pauseMs = RETRY_PAUSES_MS[tries];
  return pauseMs === undefined ? undefined : Math.floor(pauseMs * (1 + JITTER_SHARE * chance));
}
