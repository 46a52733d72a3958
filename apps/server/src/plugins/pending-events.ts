import type { LedgerEvent } from "@neuadd/plugin-kit";
import { sql } from "kysely";
import { runKept } from "../store/kept-statement.ts";
import type { EventRow } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import type { ListenerCursor } from "./listener-cursor.ts";

export const PAGE_OF_EVENTS = 100;

/** The next entries of a school's ledger after a cursor, in order, a page at most. */
export async function readPendingEvents(
  { database }: Store,
  school: string,
  { revision, ordinal }: ListenerCursor,
): Promise<LedgerEvent[]> {
  const parameters = [school, revision, revision, ordinal];
  const { rows } = await runKept<PendingRow>(database, "readPendingEvents", parameters, () =>
    database
      .selectFrom("events")
      .select(["revision", "ordinal", "type", "at", "actor", "data"])
      .where("school_id", "=", school)
      // This alone lets the key's index find the page; the next line leaves out what is done of the first revision.
      .where("revision", ">=", revision)
      .where((where) =>
        where.or([where("revision", ">", revision), where("ordinal", ">", ordinal)]),
      )
      .orderBy("revision")
      .orderBy("ordinal")
      .limit(sql.lit(PAGE_OF_EVENTS)),
  );
  return rows.map(({ data, ...row }) => ({ school, ...row, data: JSON.parse(data) }));
}

type PendingRow = Pick<EventRow, "revision" | "ordinal" | "type" | "at" | "actor" | "data">;

/** The schools in whose ledgers a listener has something to read. */
export async function schoolsBehind({ database }: Store, listener: string): Promise<string[]> {
  const rows = await database
    .selectFrom("schools")
    .leftJoin("listener_cursors", (join) =>
      join
        .onRef("listener_cursors.school_id", "=", "schools.school_id")
        .on("listener_cursors.listener_id", "=", listener),
    )
    .select("schools.school_id")
    .where((where) =>
      where.or([
        where("listener_cursors.revision", "is", null),
        where.exists(
          where
            .selectFrom("events")
            .select("events.ordinal")
            .whereRef("events.school_id", "=", "schools.school_id")
            .whereRef("events.revision", ">=", "listener_cursors.revision")
            .where((inner) =>
              inner.or([
                inner("events.revision", ">", inner.ref("listener_cursors.revision")),
                inner("events.ordinal", ">", inner.ref("listener_cursors.ordinal")),
              ]),
            ),
        ),
      ]),
    )
    .execute();
  return rows.map((row) => row.school_id);
}
