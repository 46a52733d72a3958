import { ServerError } from "../server-error.ts";
import type { Services } from "../services.ts";
import type { BlockRecord } from "./block-record.ts";
import type { LedgerActor } from "./ledger-actor.ts";
import { inLedger } from "./ledger-transaction.ts";
import { loadBlock } from "./read-block.ts";
import { deleteClaims } from "./write-claims.ts";

/**
 * Removes a block: its time is free again. What it displaced stays displaced; people make it good. The record stays, with
 * the time of its removal. Throws BLOCK_UNKNOWN, and TRANSITION_REFUSED for one that was removed before.
 */
export async function removeBlock(
  services: Services,
  school: string,
  actor: LedgerActor,
  id: string,
): Promise<BlockRecord> {
  return inLedger(services, school, actor, async (ledger) => {
    const { database, now, revision } = ledger;
    const block = await loadBlock(database, school, id);
    if (block.removedAt !== undefined) {
      throw new ServerError("TRANSITION_REFUSED", {
        cy: `Mae bloc "${id}" wedi'i ddileu eisoes.`,
        en: `Block "${id}" has been removed already.`,
      });
    }
    await database
      .updateTable("blocks")
      .set({ removed_at: now, revision })
      .where("school_id", "=", school)
      .where("block_id", "=", id)
      .execute();
    const dates = block.dates.map(({ date }) => date);
    await deleteClaims(database, school, id, dates);
    ledger.emit("block.removed", { block: id, space: block.space, kind: block.kind, dates });
    return { ...block, removedAt: now, revision };
  });
}
