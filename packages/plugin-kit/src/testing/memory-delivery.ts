import type { LedgerEvent } from "../ledger-event.ts";
import type { MemoryLedger } from "./memory-ledger.ts";

/** Brings the entries of the ledgers to a plugin, school by school and in order. */
export interface MemoryDelivery {
  /** What has not been brought yet. */
  deliver(): Promise<void>;
  /** Everything once more, from the beginning. */
  deliverAgain(): Promise<void>;
  /** The revision up to which a school's entries have been brought; 0 for none. */
  toldUpTo(school: string): number;
}

export function memoryDelivery(
  ledgers: ReadonlyMap<string, MemoryLedger>,
  hear: (event: LedgerEvent) => Promise<void>,
): MemoryDelivery {
  const delivered = new Map<string, number>();

  async function deliver(): Promise<void> {
    for (const { id, events } of ledgers.values()) {
      for (const event of events.slice(delivered.get(id) ?? 0)) await hear(event);
      delivered.set(id, events.length);
    }
  }

  return {
    deliver,
    async deliverAgain() {
      delivered.clear();
      await deliver();
    },
    toldUpTo(school) {
      const done = delivered.get(school) ?? 0;
      return ledgers.get(school)?.events[done - 1]?.revision ?? 0;
    },
  };
}
