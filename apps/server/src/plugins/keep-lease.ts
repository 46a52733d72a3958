import type { DeliveryTask } from "./delivery-task.ts";
import { LEASE_MS, RENEW_EVERY_MS } from "./lease-times.ts";
import { type Lease, renewLease } from "./listener-cursor.ts";

/** A lease that is renewed while its holder is at work, however long a listener takes over one entry. */
export interface KeptLease {
  /** As it would be taken or renewed now. */
  now(): Lease;
  /** Whether another process has it by now, because this one stood still for too long: nothing more is to be handed over. */
  isLost(): boolean;
  /** Renews it no more. To be called before the cursor is left. */
  stop(): void;
}

/** Begins to renew a lease that has just been taken, and goes on until it is lost, or no longer wanted. */
export function keepLease(task: DeliveryTask): KeptLease {
  const { services, listener, school, settings } = task;
  let isLost = false;
  let cancel = (): void => undefined;

  async function renew(): Promise<void> {
    try {
      isLost = !(await renewLease(services.store, listener, school, leaseNow(settings)));
    } catch (error) {
      // The next time may go well; and if none does, another process is free to go on.
      services.logger.warn({ err: error, plugin: listener, school }, "A lease was not renewed");
    }
  }
  function renewLater(): void {
    cancel = settings.schedule(RENEW_EVERY_MS, () => {
      if (isLost || task.isStopped()) return;
      renewLater();
      void renew();
    });
  }
  renewLater();
  return { now: () => leaseNow(settings), isLost: () => isLost, stop: () => cancel() };
}

/** The lease that a process takes at this moment. */
export function leaseNow({ holder, hostNow }: DeliveryTask["settings"]): Lease {
  return { holder, now: hostNow(), leaseMs: LEASE_MS };
}
