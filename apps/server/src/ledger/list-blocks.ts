import { toInstant, type LocalDate } from "@neuadd/core";
import type { Services } from "../services.ts";
import type { BlockRecord } from "./block-record.ts";
import { blockRecords } from "./block-records.ts";
import { readCursor, writeCursor } from "./page-cursor.ts";
import type { Page } from "./page.ts";
import { readSchool } from "./school-model.ts";

export interface BlockFilter {
  /** Blocks that end after this date begins. */
  readonly from?: LocalDate;
  /** Blocks that start before this date begins: exclusive. */
  readonly to?: LocalDate;
  /** `next` of the page before. */
  readonly after?: string;
  /** How many at most; at least 1. */
  readonly limit: number;
}

/**
 * The blocks of a school that stand, the newest first. Throws SCHOOL_UNKNOWN, QUERY_INVALID for a cursor that is none,
 * and LOCAL_DATE_INVALID.
 */
export async function listBlocks(
  services: Services,
  school: string,
  { from, to, after, limit }: BlockFilter,
): Promise<Page<BlockRecord>> {
  const { zone } = (await readSchool(services, school)).school;
  const { database } = services.store;
  let query = database
    .selectFrom("blocks")
    .selectAll()
    .where("school_id", "=", school)
    .where("removed_at", "is", null);
  if (from !== undefined) query = query.where("ends_at", ">", toInstant(from, "00:00", zone));
  if (to !== undefined) query = query.where("starts_at", "<", toInstant(to, "00:00", zone));
  if (after !== undefined) query = query.where("block_id", "<", readCursor(after));
  const rows = await query
    .orderBy("block_id", "desc")
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return {
    items: await blockRecords(database, school, page),
    ...(hasMore && { next: writeCursor(last.block_id) }),
  };
}
