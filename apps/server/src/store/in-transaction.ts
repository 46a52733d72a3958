import { setTimeout as delay } from "node:timers/promises";
import type { Kysely } from "kysely";
import { ServerError } from "../server-error.ts";
import { flushingCommits } from "./commit-flush.ts";
import type { StoreSchema } from "./schema.ts";
import type { Store } from "./store.ts";

/** A transaction that may have to be run again. Every step gets the transaction, and nothing may be read outside it. */
export interface TransactionSteps<Lock, Result> {
  /** Takes what keeps others out who would write the same. */
  lock(database: Kysely<StoreSchema>): Promise<Lock>;
  work(database: Kysely<StoreSchema>, lock: Lock): Promise<Result>;
  /**
   * Whether an earlier run stands, whose commit was never answered. Asked under the lock, so that the earlier run has
   * ended one way or the other.
   */
  stands(database: Kysely<StoreSchema>, lock: Lock, earlier: Result): Promise<boolean>;
}

/** Some seconds in all: a database that restarts, or hands over to a standby, is back by then. */
const RETRY_DELAYS_MS = [20, 100, 400, 1_000, 2_000];

/**
 * Runs a transaction, and runs it again when the engine has undone it for another's sake or the connection broke. It can't
 * be applied twice: when the connection broke while the commit was under way, the next run first finds out whether the
 * earlier one stands, and if so answers its result and writes nothing.
 *
 * Throws what `work` throws, and STORE_UNAVAILABLE when the tries are used up. Then, if a commit was under way, what it
 * was to write may be there or not.
 */
export async function inTransaction<Lock, Result>(
  store: Store,
  steps: TransactionSteps<Lock, Result>,
): Promise<Result> {
  const unanswered: Result[] = [];
  for (let attempt = 0; ; attempt += 1) {
    const uncommitted: Result[] = [];
    try {
      const transaction = async (database: Kysely<StoreSchema>): Promise<Result> => {
        const lock = await steps.lock(database);
        for (const earlier of unanswered) {
          if (await steps.stands(database, lock, earlier)) throw new EarlierStands(earlier);
        }
        const result = await steps.work(database, lock);
        uncommitted.push(result);
        return result;
      };
      // Whoever asks: a listener may send a command, too.
      return await flushingCommits(true, () => store.database.transaction().execute(transaction));
    } catch (error) {
      if (error instanceof EarlierStands) return error.earlier as Result;
      const fault = store.faultOf(error);
      const delayMs = RETRY_DELAYS_MS[attempt];
      if (fault === undefined) throw error;
      if (delayMs === undefined) throw usedUp(error);
      if (fault === "lost") unanswered.push(...uncommitted);
      await delay(delayMs * (0.5 + Math.random() / 2));
    }
  }
}

/** Rolls back a run that found the work of an earlier one. */
class EarlierStands extends Error {
  readonly earlier: unknown;

  constructor(earlier: unknown) {
    super("An earlier run of this transaction stands.");
    this.earlier = earlier;
  }
}

function usedUp(cause: unknown): ServerError {
  const tries = RETRY_DELAYS_MS.length + 1;
  return new ServerError(
    "STORE_UNAVAILABLE",
    {
      cy: `Ni allodd y gronfa ddata gyflawni hyn ar ôl ${tries} ymgais. Rhowch gynnig arall arni'n nes ymlaen.`,
      en: `The database could not carry this out in ${tries} tries. Try again later.`,
    },
    { cause },
  );
}
