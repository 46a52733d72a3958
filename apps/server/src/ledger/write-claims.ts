import type { Claim, LocalDate } from "@neuadd/core";
import type { CompiledQuery, Kysely } from "kysely";
import { inBatches } from "../store/in-batches.ts";
import { insertions } from "../store/insertions.ts";
import { runTogether } from "../store/run-together.ts";
import type { StoreSchema } from "../store/schema.ts";

/** A claim with the local date of the occurrence, or of the day of a block, that it belongs to. */
export interface DatedClaim extends Claim {
  readonly date: LocalDate;
}

/** Adds claims. The store refuses one that overlaps another on its leaf, whatever was decided before. */
export async function insertClaims(
  database: Kysely<StoreSchema>,
  school: string,
  claims: readonly DatedClaim[],
): Promise<void> {
  await runTogether(database, claimInsertions(database, school, claims));
}

/** The statements that add them. */
export function claimInsertions(
  database: Kysely<StoreSchema>,
  school: string,
  claims: readonly DatedClaim[],
): CompiledQuery[] {
  const rows = claims.map(({ leaf, start, end, kind, owner, date }) => ({
    school_id: school,
    leaf_id: leaf,
    starts_at: start,
    ends_at: end,
    kind,
    owner_id: owner,
    local_date: date,
  }));
  return insertions(database, "claims", rows, (batch) =>
    database.insertInto("claims").values(batch),
  );
}

/** Frees what a booking or block holds on these dates. */
export async function deleteClaims(
  database: Kysely<StoreSchema>,
  school: string,
  owner: string,
  dates: readonly LocalDate[],
): Promise<void> {
  for (const batch of inBatches(dates)) {
    await database
      .deleteFrom("claims")
      .where("school_id", "=", school)
      .where("owner_id", "=", owner)
      .where("local_date", "in", batch)
      .execute();
  }
}
