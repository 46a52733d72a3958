import type { Instant } from "@neuadd/core";

/** The only source of time in the server. */
export interface Clock {
  now(): Instant;
  /** True when it does not show the host's time; pages and `/healthz` say so. */
  readonly isDemonstration: boolean;
}

/** The host's clock. */
export const systemClock: Clock = { now: () => Date.now(), isDemonstration: false };

/** A clock that showed `start` when it was made and has run at normal speed since. */
export function clockFrom(start: Instant): Clock {
  const madeAt = performance.now();
  return {
    now: () => start + Math.floor(performance.now() - madeAt),
    isDemonstration: true,
  };
}
