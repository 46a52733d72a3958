import { hirerUnknown } from "../ledger/unknown.ts";
import type { Services } from "../services.ts";
import { hirerRecord, type HirerRecord } from "./hirer-record.ts";

/** A hirer with its contact and members. Throws HIRER_UNKNOWN. */
export async function readHirer({ store }: Services, id: string): Promise<HirerRecord> {
  const row = await store.database
    .selectFrom("hirers")
    .selectAll()
    .where("hirer_id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw hirerUnknown(id);
  return hirerRecord(row);
}
