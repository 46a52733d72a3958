/**
 * Lets all who ask for the same within one turn of the event loop share one read. It begins when the turn ends, after
 * all of them have asked, so that no answer is older than its question: a cache could not promise that. A fault of the
 * read is a fault for each of them; whoever asks later has another read.
 */
export function shareReads<Answer>(
  read: (key: string) => Promise<Answer>,
): (key: string) => Promise<Answer> {
  const asked = new Map<string, Promise<Answer>>();
  return (key) => {
    const shared = asked.get(key);
    if (shared !== undefined) return shared;
    const answer = endOfTurn().then(() => {
      asked.delete(key);
      return read(key);
    });
    asked.set(key, answer);
    return answer;
  };
}

function endOfTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
