import { readCursor, writeCursor } from "../ledger/page-cursor.ts";
import type { Page } from "../ledger/page.ts";
import type { Services } from "../services.ts";
import { hirerRecord, type HirerRecord } from "./hirer-record.ts";

export interface HirerFilter {
  /** Only hirers that this school knows. Absent: all, for an operator. */
  readonly school?: string;
  /** `next` of the page before. */
  readonly after?: string;
  /** How many at most; at least 1. */
  readonly limit: number;
}

/** Hirers, those entered first coming first. Throws QUERY_INVALID for a cursor that is none. */
export async function listHirers(
  { store }: Services,
  { school, after, limit }: HirerFilter,
): Promise<Page<HirerRecord>> {
  let query = store.database.selectFrom("hirers").selectAll();
  if (school !== undefined) {
    query = query.where("hirer_id", "in", (subquery) =>
      subquery.selectFrom("hirer_schools").select("hirer_id").where("school_id", "=", school),
    );
  }
  if (after !== undefined) query = query.where("hirer_id", ">", readCursor(after));
  const rows = await query
    .orderBy("hirer_id")
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return {
    items: page.map(hirerRecord),
    ...(hasMore && { next: writeCursor(last.hirer_id) }),
  };
}
