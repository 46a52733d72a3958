import type { CallOptions } from "./call-options.ts";
import type { Connection } from "./connection.ts";
import { NeuaddConnectionError } from "./neuadd-connection-error.ts";
import { isProblem } from "./neuadd-problem.ts";
import { pause } from "./schedule.ts";

/** How something is followed. */
export interface FollowOptions extends CallOptions {
  /** How long to wait when there is nothing new. Default 5000. */
  readonly everyMilliseconds?: number | undefined;
  /** Told each time the server can't be reached, or is too busy; it is then asked again after the usual time. */
  readonly onInterruption?: ((error: unknown) => void) | undefined;
}

const EVERY_MILLISECONDS = 5000;

/**
 * Asks again and again, and yields what is new, until the signal is aborted: that ends it without an error. A server that
 * is away for a while is waited for; any other fault is thrown.
 *
 * `ask` gives what is new, in order, and whether more is there already.
 */
export async function* follow<Item>(
  { schedule }: Connection,
  ask: () => Promise<{ readonly items: readonly Item[]; readonly hasMore: boolean }>,
  { signal, everyMilliseconds = EVERY_MILLISECONDS, onInterruption }: FollowOptions,
): AsyncGenerator<Item, void, undefined> {
  const isOver = () => signal?.aborted === true;
  while (!isOver()) {
    const { items, hasMore } = await askPatiently();
    for (const item of items) {
      if (isOver()) return;
      yield item;
    }
    if (!hasMore) await pause(schedule, everyMilliseconds, signal);
  }

  async function askPatiently(): ReturnType<typeof ask> {
    try {
      return await ask();
    } catch (error) {
      if (!isOver()) {
        if (!isPassing(error)) throw error;
        onInterruption?.(error);
      }
      return { items: [], hasMore: false };
    }
  }
}

/** What is no answer of the server's is waited out only if it tells of a fault (5xx): a wrong address stays wrong. */
function isPassing(error: unknown): boolean {
  if (error instanceof NeuaddConnectionError) {
    return error.code !== "ANSWER_UNREADABLE" || (error.status ?? 0) >= 500;
  }
  return isProblem(error, "RATE_LIMITED", "STORE_UNAVAILABLE");
}
