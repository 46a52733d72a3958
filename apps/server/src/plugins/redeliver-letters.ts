import { forgetDeadLetter, keepDeadLetter, nextWantedLetter } from "./dead-letters.ts";
import type { DeliveryTask } from "./delivery-task.ts";
import type { KeptLease } from "./keep-lease.ts";
import { renewLease } from "./listener-cursor.ts";
import { sayListenerError } from "./say-listener-error.ts";
import { withinTime } from "./within-time.ts";

/**
 * Hands one listener the dead letters of one school that are wanted again, the oldest first, each once: one that fails
 * again stays a dead letter. The cursor must be taken, and stands still: these entries come after later ones.
 * Answers false when the lease was lost meanwhile.
 */
export async function redeliverLetters(task: DeliveryTask, lease: KeptLease): Promise<boolean> {
  const { services, listener, listeners, school, settings } = task;
  const { store, clock, logger } = services;
  for (;;) {
    if (task.isStopped()) return true;
    const event = await nextWantedLetter(store, listener, school);
    if (event === undefined) return true;
    if (!(await renewLease(store, listener, school, lease.now()))) return false;
    const { revision, ordinal, type } = event;
    const facts = { plugin: listener, school, revision, ordinal, type };
    try {
      const listen = listeners[type];
      if (listen === undefined) throw new Error(`The plugin does not listen to ${type} any more.`);
      await withinTime(settings.schedule, settings.listenerLimitMs, () => listen(event));
    } catch (error) {
      const failure = { error: sayListenerError(error), failedAt: clock.now() };
      await keepDeadLetter(store, listener, event, failure);
      logger.error({ ...facts, err: error }, "A dead letter failed again, and is kept");
      continue;
    }
    await forgetDeadLetter(store, listener, event);
    logger.info(facts, "A dead letter was taken after all");
  }
}
