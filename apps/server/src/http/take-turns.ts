/**
 * Lets work on one thing be done one after the other, in the order in which it was asked for, so that each finds what those
 * before it have left. Work on other things does not wait. A fault is that of its own work alone.
 */
export function takeTurns(): <Result>(key: string, work: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key);
    const turn = before === undefined ? work() : before.then(work, work);
    last.set(key, turn);
    const leave = (): void => {
      if (last.get(key) === turn) last.delete(key);
    };
    turn.then(leave, leave);
    return turn;
  };
}
