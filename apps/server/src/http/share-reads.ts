/**
 * Lets all who ask for the same share reads of it. One runs at a time, and answers those who asked before it began: no
 * answer is older than its question, which a cache could not promise. It begins when the one before and then the turn of
 * the event loop have ended, so that all who ask meanwhile share it, and a slow store is asked for one thing no more often
 * than it answers. A fault of a read is a fault for each who shares it; whoever asks later has another.
 */
export function shareReads<Answer>(
  read: (key: string) => Promise<Answer>,
): (key: string) => Promise<Answer> {
  /** The read that is still to begin. */
  const asked = new Map<string, Promise<Answer>>();
  /** The last that has begun; it never rejects. */
  const running = new Map<string, Promise<unknown>>();

  async function begin(key: string): Promise<Answer> {
    await (running.get(key)?.then(endOfTurn) ?? endOfTurn());
    asked.delete(key);
    const answer = read(key);
    const ended = answer.then(ignore, ignore).then(() => {
      if (running.get(key) === ended) running.delete(key);
    });
    running.set(key, ended);
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
