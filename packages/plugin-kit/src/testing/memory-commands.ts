import type { PluginCommands } from "../plugin-commands.ts";
import { HostRefusal } from "./host-refusal.ts";
import type { MemoryLedger } from "./memory-ledger.ts";

/** The commands of one plugin on ledgers in memory. */
export function memoryCommands(
  plugin: string,
  ledgers: ReadonlyMap<string, MemoryLedger>,
): PluginCommands {
  const actor = `plugin:${plugin}`;
  return {
    async block(school, request) {
      const ledger = ledgers.get(school);
      if (ledger === undefined) throw new HostRefusal("SCHOOL_UNKNOWN", 404);
      const { bookings, blocks } = ledger.inTheWay(request);
      if (bookings.length + blocks.length > 0) return { bookings, blocks };
      return { block: structuredClone(ledger.block(request, actor)) };
    },
    async unblock(school, id) {
      const ledger = ledgers.get(school);
      const block = ledger?.blocks.get(id);
      if (block?.createdBy !== actor || block.removedAt !== undefined) return false;
      ledger?.unblock(id, actor);
      return true;
    },
  };
}
