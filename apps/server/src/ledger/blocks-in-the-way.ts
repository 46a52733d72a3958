import { overlaps, type Bilingual } from "@neuadd/core";
import type { Kysely } from "kysely";
import { inBatches } from "../store/in-batches.ts";
import type { StoreSchema } from "../store/schema.ts";
import type { BlockedDate, BlockInTheWay } from "./block-record.ts";

/** The days of these blocks that are in the way of the wanted ones, in order of time. */
export async function blocksInTheWay(
  database: Kysely<StoreSchema>,
  school: string,
  blocks: readonly string[],
  wanted: readonly BlockedDate[],
): Promise<BlockInTheWay[]> {
  const found: BlockInTheWay[] = [];
  for (const batch of inBatches(blocks)) {
    const rows = await database
      .selectFrom("blocks")
      .select(["block_id as block", "kind", "reason", "dates"])
      .where("school_id", "=", school)
      .where("block_id", "in", batch)
      .execute();
    for (const { block, kind, reason, dates } of rows) {
      const name = reason === null ? {} : { reason: JSON.parse(reason) as Bilingual };
      for (const date of JSON.parse(dates) as BlockedDate[]) {
        if (wanted.some((one) => overlaps(one, date)))
          found.push({ block, kind, ...name, ...date });
      }
    }
  }
  return found.toSorted(
    (one, other) => one.start - other.start || (one.block < other.block ? -1 : 1),
  );
}
