import type { Kysely } from "kysely";
import type { StoreSchema } from "./schema.ts";
import type { Store } from "./store.ts";

/** Reads as of one moment, however many statements it takes and whatever is written meanwhile. Nothing can be written. */
export function readSnapshot<Result>(
  { database }: Pick<Store, "database">,
  read: (snapshot: Kysely<StoreSchema>) => Promise<Result>,
): Promise<Result> {
  return database
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(read);
}
