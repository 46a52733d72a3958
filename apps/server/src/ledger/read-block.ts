import type { Kysely } from "kysely";
import type { Services } from "../services.ts";
import type { StoreSchema } from "../store/schema.ts";
import type { BlockRecord } from "./block-record.ts";
import { blockRecords } from "./block-records.ts";
import { blockUnknown } from "./unknown.ts";

/** A block, also one that was removed. Throws BLOCK_UNKNOWN. */
export async function readBlock(
  { store }: Services,
  school: string,
  id: string,
): Promise<BlockRecord> {
  return loadBlock(store.database, school, id);
}

export async function loadBlock(
  database: Kysely<StoreSchema>,
  school: string,
  id: string,
): Promise<BlockRecord> {
  const rows = await database
    .selectFrom("blocks")
    .selectAll()
    .where("school_id", "=", school)
    .where("block_id", "=", id)
    .execute();
  const [block] = await blockRecords(database, school, rows);
  if (block === undefined) throw blockUnknown(school, id);
  return block;
}
