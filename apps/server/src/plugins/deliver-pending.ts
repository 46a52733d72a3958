import type { LedgerEvent } from "@neuadd/plugin-kit";
import { flushingCommits } from "../store/commit-flush.ts";
import type { DeliveryTask } from "./delivery-task.ts";
import { type KeptLease, keepLease, leaseNow } from "./keep-lease.ts";
import {
  buryEvent,
  heldForMs,
  isSamePlace,
  leaveCursor,
  type ListenerCursor,
  noteFailure,
  passEvent,
  passLastEvent,
  readCursor,
  takeCursor,
} from "./listener-cursor.ts";
import { hasEarFor, type Outlook } from "./look-at-school.ts";
import { PAGE_OF_EVENTS, readPendingEvents } from "./pending-events.ts";
import { redeliverLetters } from "./redeliver-letters.ts";
import { LONGEST_DELAY_MS, retryDelayMs } from "./retry-delay.ts";
import { sayListenerError } from "./say-listener-error.ts";
import { skipEvents } from "./skip-events.ts";
import { withinTime } from "./within-time.ts";

/**
 * Hands one listener the entries of one school that it has not had, until there are none left, one
 * fails, or it is stopped. Answers how many milliseconds to wait before the next attempt, or undefined
 * when nothing is left to do here. While another process is at it, the next attempt is when that one's lease
 * would end: should it have died, this one goes on then.
 */
export async function deliverPending(task: DeliveryTask): Promise<number | undefined> {
  const { services, listener, listeners, school, settings } = task;
  let seen: Partial<Outlook> = (await task.look?.())?.get(listener) ?? {};
  for (let { hasWantedLetters } = task; ; hasWantedLetters = false) {
    const cursor = seen.cursor ?? (await readCursor(services.store, listener, school));
    let pending: readonly LedgerEvent[] = [];
    if (!hasWantedLetters) {
      const waitMs = waitBefore(cursor, services.clock.now());
      if (waitMs !== undefined) return waitMs;
      pending = seen.pending ?? (await readPendingEvents(services.store, school, cursor));
      const last = pending.at(-1);
      if (last === undefined) return undefined;
      // Most entries mean nothing to most listeners: no lease is needed for these.
      const isDone =
        seen.isSkipped ||
        (!hasEarFor(listeners, pending) &&
          (await skipEvents(services.store, [listener], cursor, last)).has(listener));
      // Whoever writes another looks for itself.
      if (isDone && pending.length < PAGE_OF_EVENTS) return undefined;
      seen = {};
      if (isDone) continue;
    }
    const taken = await takeCursor(services.store, listener, school, leaseNow(settings));
    if (taken === undefined) {
      return heldForMs(services.store, listener, school, leaseNow(settings));
    }
    const lease = keepLease(task);
    let isLeft = false;
    try {
      if (hasWantedLetters) {
        const isOurs = await redeliverLetters(task, lease);
        if (!isOurs) return undefined;
        continue;
      }
      const end = await drain(task, lease, taken, isSamePlace(taken, cursor) ? pending : []);
      if (end.isOver) return end.waitMs;
      isLeft = end.left !== undefined;
      // Other processes found it taken meanwhile, and look no more: what they wrote comes after this place.
      seen = end.left === undefined ? {} : { cursor: end.left };
    } finally {
      lease.stop();
      if (!isLeft) await leaveCursor(services.store, listener, school, settings);
    }
  }
}

/** How long an entry that failed has to wait still. */
function waitBefore({ attempts, nextAttemptAt }: ListenerCursor, now: number): number | undefined {
  if (attempts === 0) return undefined;
  const waitMs = nextAttemptAt - now;
  // No wait is longer: the clock was set back, as a demonstration's is with each start.
  const isClockBack = waitMs > LONGEST_DELAY_MS;
  return waitMs > 0 && !isClockBack ? waitMs : undefined;
}

interface DrainEnd {
  /** False when all is delivered that there was. */
  readonly isOver: boolean;
  readonly waitMs?: number | undefined;
  /** Where the cursor was left to others already. */
  readonly left?: ListenerCursor;
}

/** From the place that was taken on; of it `seen` may have been read already. */
async function drain(
  task: DeliveryTask,
  lease: KeptLease,
  taken: ListenerCursor,
  seen: readonly LedgerEvent[],
): Promise<DrainEnd> {
  const { services, listener, listeners, school, settings } = task;
  let cursor = taken;
  for (let page = seen; ; page = []) {
    const events = page.length > 0 ? page : await readPendingEvents(services.store, school, cursor);
    const last = events.at(-1);
    if (last === undefined) return { isOver: false };
    const isLastPage = events.length < PAGE_OF_EVENTS;
    const end = { isLeft: false };
    const pass = (event: LedgerEvent): Promise<boolean> => {
      end.isLeft = isLastPage && event === last;
      return end.isLeft
        ? passLastEvent(services.store, listener, event, settings)
        : passEvent(services.store, listener, event, lease.now());
    };
    let { attempts } = cursor;
    for (const event of events) {
      if (task.isStopped() || lease.isLost()) return { isOver: true };
      if (listeners[event.type] === undefined) continue;
      const { isPassed, waitMs } = await handOver(task, lease, event, { attempts, pass });
      if (!isPassed) return { isOver: true, waitMs };
      attempts = 0;
    }
    // Entries nobody listens to are passed over page by page.
    if (listeners[last.type] === undefined && !(await pass(last))) return { isOver: true };
    cursor = { revision: last.revision, ordinal: last.ordinal, attempts, nextAttemptAt: 0 };
    if (isLastPage) return { isOver: false, ...(end.isLeft && { left: cursor }) };
  }
}

/**
 * Calls the listener with one entry; on failure says how long to wait, or gives the entry up. An entry is not passed
 * either when the lease was lost meanwhile.
 */
async function handOver(
  { services, listener, listeners, school, settings }: DeliveryTask,
  lease: KeptLease,
  event: LedgerEvent,
  {
    attempts: earlierFailures,
    pass,
  }: {
    /** Failures of the entry before this one. */
    readonly attempts: number;
    readonly pass: (event: LedgerEvent) => Promise<boolean>;
  },
): Promise<{ readonly isPassed: boolean; readonly waitMs?: number }> {
  const { store, clock, logger } = services;
  try {
    // What it writes goes to the disk with the cursor, or is lost with it, and then it is told of the entry once more.
    await withinTime(settings.schedule, settings.listenerLimitMs, () =>
      flushingCommits(false, () => listeners[event.type]?.(event)),
    );
  } catch (error) {
    const attempts = earlierFailures + 1;
    const { revision, ordinal, type } = event;
    const facts = { err: error, plugin: listener, school, revision, ordinal, type, attempts };
    if (attempts < settings.mostAttempts) {
      const waitMs = retryDelayMs(attempts, settings.random);
      const failure = { attempts, nextAttemptAt: clock.now() + waitMs };
      await noteFailure(store, listener, school, failure, lease.now());
      logger.warn({ ...facts, waitMs }, "A listener failed and will be called again");
      return { isPassed: false, waitMs };
    }
    const failure = { error: sayListenerError(error), failedAt: clock.now() };
    const isPassed = await buryEvent(store, listener, event, failure, lease.now());
    logger.error(facts, "A listener failed for good: the entry is kept as a dead letter");
    return { isPassed };
  }
  return { isPassed: await pass(event) };
}
