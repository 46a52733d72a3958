/** Work that never runs twice at once. */
export interface Turns {
  /** Runs the work when all that was asked for before has ended; done, or failed, when this run is. */
  take(): Promise<void>;
  /** Done when nothing runs and nothing waits, whatever came of it. */
  allTaken(): Promise<void>;
}

export function inTurns(work: () => Promise<void>): Turns {
  let waiting = 0;
  let last = Promise.resolve();
  return {
    take() {
      waiting += 1;
      const turn = last.then(work).finally(() => {
        waiting -= 1;
      });
      last = turn.catch(() => undefined);
      return turn;
    },
    async allTaken() {
      while (waiting > 0) await last;
    },
  };
}
