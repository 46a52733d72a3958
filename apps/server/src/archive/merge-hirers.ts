import type { Kysely } from "kysely";
import { isErasedDetails } from "../hirers/erased-hirer.ts";
import { inBatches } from "../store/in-batches.ts";
import type { StoreSchema } from "../store/schema.ts";
import type { ArchiveLineOf } from "./archive-line-schema.ts";
import { hirerRowOf } from "./archive-rows.ts";

/**
 * Enters the hirers of an archive and makes the school know them. A hirer may be here already, from another school of
 * the same server: the version with the higher revision counts, and one that was erased here stays erased. Answers how
 * many were kept as they are here.
 */
export async function mergeHirers(
  database: Kysely<StoreSchema>,
  school: string,
  hirers: readonly ArchiveLineOf<"hirer">[],
): Promise<number> {
  let kept = 0;
  for (const batch of inBatches(hirers)) {
    const ids = batch.map(({ id }) => id);
    const rows = await database
      .selectFrom("hirers")
      .select(["hirer_id", "revision", "details"])
      .where("hirer_id", "in", ids)
      .execute();
    const here = new Map(rows.map((row) => [row.hirer_id, row]));
    for (const line of batch) {
      const known = here.get(line.id);
      const row = hirerRowOf(line);
      if (known === undefined) {
        await database.insertInto("hirers").values(row).execute();
      } else if (known.revision >= line.revision || isErasedDetails(known.details)) {
        kept += 1;
      } else {
        const { hirer_id: id, ...columns } = row;
        await database.updateTable("hirers").set(columns).where("hirer_id", "=", id).execute();
      }
    }
    await database
      .insertInto("hirer_schools")
      .values(ids.map((hirer_id) => ({ school_id: school, hirer_id })))
      .onConflict((conflict) => conflict.columns(["school_id", "hirer_id"]).doNothing())
      .execute();
  }
  return kept;
}
