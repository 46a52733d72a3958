import type { LedgerEvent } from "@neuadd/plugin-kit";
import type { Selectable } from "kysely";
import type { Services } from "../services.ts";
import type { EventRow } from "../store/schema.ts";

/**
 * Entries of a school's ledger after a revision, the oldest first: at most `limit`, but always whole revisions, and at least
 * one whole revision if there is any. To go on, ask with the revision of the last entry. An unknown school has none.
 */
export async function readEvents(
  { store }: Services,
  school: string,
  afterRevision: number,
  limit: number,
): Promise<LedgerEvent[]> {
  const query = store.database
    .selectFrom("events")
    .selectAll()
    .where("school_id", "=", school)
    .orderBy("revision")
    .orderBy("ordinal");
  const rows = await query
    .where("revision", ">", afterRevision)
    .limit(limit + 1)
    .execute();
  const beyond = rows[limit];
  if (beyond === undefined) return rows.map(ledgerEvent);
  const whole = rows.filter(({ revision }) => revision < beyond.revision);
  if (whole.length > 0) return whole.map(ledgerEvent);
  const one = await query.where("revision", "=", beyond.revision).execute();
  return one.map(ledgerEvent);
}

function ledgerEvent(row: Selectable<EventRow>): LedgerEvent {
  return {
    school: row.school_id,
    revision: row.revision,
    ordinal: row.ordinal,
    type: row.type,
    at: row.at,
    actor: row.actor,
    data: JSON.parse(row.data) as LedgerEvent["data"],
  };
}
