/** Runs `work` once, so many milliseconds from now. Calling the answer before then cancels it. */
export type Schedule = (delayMilliseconds: number, work: () => void) => () => void;

/** Hosts take at most this much (2^31 - 1 ms, some 24 days), and run work at once when given more. */
const LONGEST_TIMER_MILLISECONDS = 2_147_483_647;

/** Timers of the host: they keep a Node process alive for as long as something is waited for. */
export const hostSchedule: Schedule = (delayMilliseconds, work) => {
  const timer = setTimeout(work, Math.min(delayMilliseconds, LONGEST_TIMER_MILLISECONDS));
  return () => clearTimeout(timer);
};

/** Is over when the time has passed, or the signal is aborted; never rejects. */
export function pause(
  schedule: Schedule,
  milliseconds: number,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) return resolve();
    const finish = () => {
      cancel();
      signal?.removeEventListener("abort", finish);
      resolve();
    };
    const cancel = schedule(milliseconds, finish);
    signal?.addEventListener("abort", finish);
  });
}
