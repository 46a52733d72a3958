import type { ZoneId } from "@neuadd/core";
import type { Kysely, Selectable } from "kysely";
import { type EventNoticeFault, eventNoticeFaults } from "./event-notice-faults.ts";
import type { EventNotice } from "./event-notice.ts";
import type { HirerChecksTables } from "./hirer-checks-tables.ts";

/** The notices of a school that end after an instant, over all premises and hirers, the first to begin first. */
export async function readEventNotices(
  tables: Kysely<HirerChecksTables>,
  school: string,
  { endingAfter, premises }: { readonly endingAfter: number; readonly premises?: string },
): Promise<EventNotice[]> {
  let query = tables
    .selectFrom("hirer_checks_notices")
    .selectAll()
    .where("school", "=", school)
    .where("ends_at", ">", endingAfter);
  if (premises !== undefined) query = query.where("premises", "=", premises);
  const rows = await query.orderBy("starts_at").orderBy("notice").execute();
  return rows.map(eventNotice);
}

/**
 * Notes a notice, unless the premises can't have it: then the faults, and nothing is written. Counts and
 * writes within one transaction that takes the premises' book first, so that two at once never both get
 * the last one.
 */
export async function addEventNotice(
  tables: Kysely<HirerChecksTables>,
  school: string,
  notice: EventNotice,
  zone: ZoneId,
): Promise<readonly EventNoticeFault[]> {
  const { premises } = notice;
  return tables.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("hirer_checks_notice_books")
      .values({ school, premises, changes: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(["school", "premises"])
          .doUpdateSet((set) => ({ changes: set("hirer_checks_notice_books.changes", "+", 1) })),
      )
      .execute();
    const others = await readEventNotices(transaction, school, { endingAfter: 0, premises });
    const faults = eventNoticeFaults(notice, others, zone);
    if (faults.length > 0) return faults;
    await transaction
      .insertInto("hirer_checks_notices")
      .values({
        school,
        premises,
        notice: notice.id,
        reference: notice.reference,
        hirer: notice.hirer ?? null,
        starts_at: notice.start,
        ends_at: notice.end,
      })
      .execute();
    return [];
  });
}

/** Takes back a notice that was withdrawn or noted by mistake; false if there is none of that id. */
export async function removeEventNotice(
  tables: Kysely<HirerChecksTables>,
  school: string,
  id: string,
): Promise<boolean> {
  const removed = await tables
    .deleteFrom("hirer_checks_notices")
    .where("school", "=", school)
    .where("notice", "=", id)
    .returning("notice")
    .execute();
  return removed.length > 0;
}

function eventNotice(row: Selectable<HirerChecksTables["hirer_checks_notices"]>): EventNotice {
  return {
    id: row.notice,
    premises: row.premises,
    reference: row.reference,
    ...(row.hirer !== null && { hirer: row.hirer }),
    start: Number(row.starts_at),
    end: Number(row.ends_at),
  };
}
