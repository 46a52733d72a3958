import { type Schedule, systemSchedule } from "../schedule.ts";

export interface ShareReadsOptions {
  readonly schedule?: Schedule;
  /** For how long those who ask later wait for a read that does not end. Default 5 seconds. */
  readonly patienceMs?: number;
}

/** Many times what a read takes: one that takes longer is most likely lost on the way. */
const PATIENCE_MS = 5_000;

/**
 * Lets all who ask for the same share reads of it. One runs at a time, and answers those who asked before it began: no
 * answer is older than its question, which a cache could not promise. It begins when the one before and then the turn of
 * the event loop have ended, so that all who ask meanwhile share it, and a slow store is asked for one thing no more often
 * than it answers. A read that does not end, as on a connection that has gone silent, keeps those who ask later waiting for
 * five seconds, then another begins beside it. A fault of a read is a fault for each who shares it; whoever asks later has
 * another.
 */
export function shareReads<Answer>(
  read: (key: string) => Promise<Answer>,
  { schedule = systemSchedule, patienceMs = PATIENCE_MS }: ShareReadsOptions = {},
): (key: string) => Promise<Answer> {
  /** The read that is still to begin. */
  const asked = new Map<string, Promise<Answer>>();
  /** The last that has begun; it never rejects. */
  const running = new Map<string, Promise<unknown>>();

  /** Settles when a read has ended, or has had its time. */
  function untilOver(ended: Promise<unknown>): Promise<void> {
    return new Promise((resolve) => {
      const cancel = schedule(patienceMs, resolve);
      void ended.then(() => {
        cancel();
        resolve();
      });
    });
  }

  async function begin(key: string): Promise<Answer> {
    const ended = running.get(key);
    if (ended !== undefined) await untilOver(ended);
    await endOfTurn();
    asked.delete(key);
    const answer = read(key);
    const end = answer.then(ignore, ignore).then(() => {
      if (running.get(key) === end) running.delete(key);
    });
    running.set(key, end);
    return answer;
  }
  return (key) => {
    const shared = asked.get(key) ?? begin(key);
    asked.set(key, shared);
    return shared;
  };
}

function ignore(): void {}

function endOfTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
