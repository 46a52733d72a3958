/** Runs `work` once, `delayMs` from now. Calling the answer before then cancels it; afterwards it does nothing. */
export type Schedule = (delayMs: number, work: () => void) => () => void;

/** Timers take at most this much (2^31 - 1 ms, some 24 days) and fire at once when given more. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** The host's timers. They never keep the process alive by themselves. */
export const systemSchedule: Schedule = (delayMs, work) => {
  let timer: NodeJS.Timeout;
  function wait(leftMs: number): void {
    const stepMs = Math.min(leftMs, LONGEST_TIMER_MS);
    timer = setTimeout(() => (leftMs > stepMs ? wait(leftMs - stepMs) : work()), stepMs);
    timer.unref();
  }
  wait(Math.max(0, delayMs));
  return () => clearTimeout(timer);
};
