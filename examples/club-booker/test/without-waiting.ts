import type { ClientOptions } from "@neuadd/client";

/** An hour is a time-out here; whatever is shorter is a wait between attempts. */
const TIMEOUT_MILLISECONDS = 3_600_000;

/** Options of a client that comes back at once instead of waiting, and the waits that it was spared. */
export function withoutWaiting(): Partial<ClientOptions> & { readonly waits: readonly number[] } {
  const waits: number[] = [];
  return {
    waits,
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    schedule(milliseconds, work) {
      if (milliseconds < TIMEOUT_MILLISECONDS) {
        waits.push(milliseconds);
        queueMicrotask(work);
      }
      return () => undefined;
    },
  };
}
