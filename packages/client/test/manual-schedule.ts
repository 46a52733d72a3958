import type { Schedule } from "../src/schedule.ts";

/** Timers that run out as soon as nothing else is left to happen, the shortest first, and none of them in real time. */
export interface ManualSchedule {
  readonly schedule: Schedule;
  /** Milliseconds that have passed. */
  now(): number;
  /** Lets time pass until the promise is settled. Throws when it never will be: nothing is left to wait for. */
  settle<Value>(promise: Promise<Value>): Promise<Value>;
}

export function manualSchedule(): ManualSchedule {
  let now = 0;
  const timers = new Set<{ readonly at: number; readonly work: () => void }>();

  function runNext(): boolean {
    const next = [...timers].toSorted((one, other) => one.at - other.at)[0];
    if (next === undefined) return false;
    timers.delete(next);
    now = next.at;
    next.work();
    return true;
  }
  return {
    schedule(delayMilliseconds, work) {
      const timer = { at: now + delayMilliseconds, work };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    now: () => now,
    async settle(promise) {
      let isSettled = false;
      const settled = () => void (isSettled = true);
      promise.then(settled, settled);
      await comeToRest();
      while (!isSettled) {
        if (!runNext()) throw new Error("It waits for something that no timer will bring.");
        await comeToRest();
      }
      return promise;
    },
  };
}

/** After this, every promise that needs nothing from outside the process has run its course. */
async function comeToRest(): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    await new Promise<void>((resolve) => void setImmediate(resolve));
  }
}
