import type { Kysely } from "kysely";
import { flushingCommits } from "./commit-flush.ts";
import type { StoreSchema } from "./schema.ts";
import type { Store } from "./store.ts";

/**
 * Runs statements without waiting for the disk when they are committed: notes beside the ledger, such as that a request
 * has begun, cost a third of a booking otherwise.
 *
 * Others see them at once, and processes that die lose nothing. Only if the machine itself stops may the last of them be
 * gone; never one that was followed by a commit to the ledger, since both go through one log, in order.
 */
export async function withoutFlush<Result>(
  { database }: Pick<Store, "database">,
  work: (database: Kysely<StoreSchema>) => Promise<Result>,
): Promise<Result> {
  return flushingCommits(false, () => work(database));
}
