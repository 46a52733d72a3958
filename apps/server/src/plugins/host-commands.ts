import type { BlockOutcome, BlockRequest, PluginCommands } from "@neuadd/plugin-kit";
import type { BlockPreview } from "../ledger/block-record.ts";
import { createBlock } from "../ledger/create-block.ts";
import { readBlock } from "../ledger/read-block.ts";
import { removeBlock } from "../ledger/remove-block.ts";
import { ServerError } from "../server-error.ts";
import type { Services } from "../services.ts";

/** What one plugin may do to a ledger: block spaces, without displacing anything, and unblock what it has blocked. */
export function hostCommands(plugin: string, services: Services): PluginCommands {
  const actor = `plugin:${plugin}` as const;
  return {
    async block(school, request) {
      try {
        const made = await createBlock(services, school, actor, plain(request), {
          displace: false,
        });
        const { displaced: _displaced, ...block } = made;
        return { block };
      } catch (error) {
        const preview = error instanceof ServerError ? error.extensions["preview"] : undefined;
        if (preview === undefined) throw error;
        return inTheWay(preview as BlockPreview);
      }
    },
    async unblock(school, id) {
      try {
        const { createdBy } = await readBlock(services, school, id);
        if (createdBy !== actor) return false;
        await removeBlock(services, school, actor, id);
        return true;
      } catch (error) {
        if (error instanceof ServerError && GONE.has(error.code)) return false;
        throw error;
      }
    },
  };
}

const GONE: ReadonlySet<string> = new Set([
  "BLOCK_UNKNOWN",
  "SCHOOL_UNKNOWN",
  "TRANSITION_REFUSED",
]);

/** A copy without what the contract does not know: it is stored as it is. */
function plain({
  space,
  kind,
  reason,
  first,
  last,
  startTime,
  endTime,
  recurrence,
}: BlockRequest): BlockRequest {
  return {
    space,
    kind,
    first,
    ...(reason && { reason }),
    ...(last !== undefined && { last }),
    ...(startTime !== undefined && { startTime }),
    ...(endTime !== undefined && { endTime }),
    ...(recurrence && { recurrence }),
  };
}

function inTheWay({ displaces, overlaps }: BlockPreview): BlockOutcome {
  return {
    bookings: displaces.map(({ booking, date }) => ({ booking, date })),
    blocks: overlaps,
  };
}
