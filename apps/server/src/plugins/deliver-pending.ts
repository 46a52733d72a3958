import type { LedgerEvent, Listeners } from "@neuadd/plugin-kit";
import type { Schedule } from "../schedule.ts";
import type { Services } from "../services.ts";
import { buryEvent, noteFailure, passEvent, readCursor } from "./listener-cursor.ts";
import { readPendingEvents } from "./pending-events.ts";
import { LONGEST_DELAY_MS, retryDelayMs } from "./retry-delay.ts";
import { withinTime } from "./within-time.ts";

export interface DeliverySettings {
  readonly schedule: Schedule;
  /** From 0 up to 1; spreads repeated attempts. */
  readonly random: () => number;
  /** How long a listener may take over one entry. */
  readonly listenerLimitMs: number;
  /** After this many failures in a row an entry becomes a dead letter. */
  readonly mostAttempts: number;
}

export interface DeliveryTask {
  readonly services: Pick<Services, "store" | "clock" | "logger">;
  readonly listener: string;
  readonly listeners: Listeners;
  readonly school: string;
  readonly settings: DeliverySettings;
  /** Asked before each entry. */
  isStopped(): boolean;
}

/**
 * Hands one listener the entries of one school that it has not had, until there are none left, one
 * fails, or it is stopped. Answers how many milliseconds to wait before the next attempt, or undefined
 * when nothing is left to do.
 */
export async function deliverPending(task: DeliveryTask): Promise<number | undefined> {
  const { services, listener, listeners, school } = task;
  let cursor = await readCursor(services.store, listener, school);
  if (cursor.attempts > 0) {
    const waitMs = cursor.nextAttemptAt - services.clock.now();
    // No wait is longer: the clock was set back, as a demonstration's is with each start.
    const isClockBack = waitMs > LONGEST_DELAY_MS;
    if (waitMs > 0 && !isClockBack) return waitMs;
  }
  for (;;) {
    const events = await readPendingEvents(services.store, school, cursor);
    const last = events.at(-1);
    if (last === undefined) return undefined;
    let { attempts } = cursor;
    for (const event of events) {
      if (task.isStopped()) return undefined;
      if (listeners[event.type] === undefined) continue;
      const waitMs = await handOver(task, event, attempts);
      if (waitMs !== undefined) return waitMs;
      attempts = 0;
    }
    // Entries nobody listens to are passed over page by page.
    if (listeners[last.type] === undefined) await passEvent(services.store, listener, last);
    cursor = { revision: last.revision, ordinal: last.ordinal, attempts, nextAttemptAt: 0 };
  }
}

/** Calls the listener with one entry; on failure answers how long to wait, or gives the entry up. */
async function handOver(
  { services, listener, listeners, school, settings }: DeliveryTask,
  event: LedgerEvent,
  earlierFailures: number,
): Promise<number | undefined> {
  const { store, clock, logger } = services;
  try {
    await withinTime(settings.schedule, settings.listenerLimitMs, () =>
      listeners[event.type]?.(event),
    );
  } catch (error) {
    const attempts = earlierFailures + 1;
    const { revision, ordinal, type } = event;
    const facts = { err: error, plugin: listener, school, revision, ordinal, type, attempts };
    if (attempts < settings.mostAttempts) {
      const waitMs = retryDelayMs(attempts, settings.random);
      await noteFailure(store, listener, school, { attempts, nextAttemptAt: clock.now() + waitMs });
      logger.warn({ ...facts, waitMs }, "A listener failed and will be called again");
      return waitMs;
    }
    await buryEvent(store, listener, event, { error: say(error), failedAt: clock.now() });
    logger.error(facts, "A listener failed for good: the entry is kept as a dead letter");
    return undefined;
  }
  await passEvent(store, listener, event);
  return undefined;
}

const LONGEST_ERROR = 500;

function say(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.slice(0, LONGEST_ERROR);
}
