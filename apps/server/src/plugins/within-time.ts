import type { Schedule } from "../schedule.ts";

/** Thrown in place of a result that did not come in time. */
class TimeLimitError extends Error {
  override readonly name = "TimeLimitError";
  readonly code = "TIME_LIMIT";
}

/**
 * The result of `work`, or its error; after `limitMs` a TimeLimitError instead. JavaScript can't stop
 * the work itself: it goes on, and what it still gives is dropped.
 */
export async function withinTime<Result>(
  schedule: Schedule,
  limitMs: number,
  work: () => Promise<Result> | Result,
): Promise<Result> {
  let cancel: (() => void) | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    cancel = schedule(limitMs, () => reject(new TimeLimitError(`No result within ${limitMs} ms.`)));
  });
  try {
    // The async function makes a promise of what `work` throws before it is one.
    return await Promise.race([(async () => work())(), late]);
  } finally {
    cancel?.();
  }
}
