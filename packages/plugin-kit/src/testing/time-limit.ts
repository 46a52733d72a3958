import type { Timer } from "../host/own-tables.ts";

/** Real timers that don't keep a process alive. */
export const realTimer: Timer = (delayMs, work) => {
  const timer = setTimeout(work, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
};

/** The result of `work`; an error naming `what` when it is not there in time. */
export async function withTimeLimit<Result>(
  what: string,
  limitMs: number,
  work: () => Promise<Result> | Result,
): Promise<Result> {
  let cancel: (() => void) | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    cancel = realTimer(limitMs, () => reject(new Error(`${what} took longer than ${limitMs} ms.`)));
  });
  try {
    return await Promise.race([(async () => work())(), late]);
  } finally {
    cancel?.();
  }
}
