import { AsyncLocalStorage } from "node:async_hooks";

const isFlushed = new AsyncLocalStorage<boolean>();

/** Whether a transaction that begins here is over only when the disk has it: yes, unless whoever calls has said otherwise. */
export function flushesCommits(): boolean {
  return isFlushed.getStore() ?? true;
}

/** Says so for all that `work` writes to a store, now and whenever it goes on. */
export function flushingCommits<Result>(isWanted: boolean, work: () => Result): Result {
  return isFlushed.run(isWanted, work);
}
